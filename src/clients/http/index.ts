export { createHttp, repeatable, type Fetch } from './create-http.js';
export { orAborted, withinDeadline } from './deadline.js';
export { failureOfStatus, httpFailure, parseAnswer } from './failure.js';
export { retryAt } from './retry-after.js';
