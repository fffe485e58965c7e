export { repeated } from './attempts.js';
export { createHttp, type Fetch } from './create-http.js';
export { orAborted, withinDeadline } from './deadline.js';
export { failureOfStatus, httpFailure, parseAnswer } from './failure.js';
export { retryAfterMs, retryAt } from './retry-after.js';
