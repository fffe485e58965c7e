import { PortalError, type PortalErrorData } from '../../../src/contract/index.js';

/** What a call was refused with, as data. A call that succeeds, or that ends with anything but a `PortalError`, fails the test. */
export async function portalErrorOf(call: Promise<unknown>): Promise<PortalErrorData> {
  try {
    await call;
  } catch (thrown) {
    if (thrown instanceof PortalError) return thrown.data;
    throw thrown;
  }
  throw new Error('the call was not refused');
}
