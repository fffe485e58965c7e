export { signInHandlers } from './sign-in-handlers.js';
export {
  SignInRecordSchema,
  type SignInConnection,
  type SignInRecord,
  type SignInSlot,
} from './sign-in-record.js';
export { createSignIn, type SignIn, type SignInOptions } from './sign-in.js';
