/** The second attempt after a lost request, and the policy that forbids both attempts. */
import { Failure, problem } from "../element/failure.js";
import { beside, fetchBeside } from "./files.js";

/** The pause before a second attempt, in milliseconds. Its length is random, so that readers do not retry at the same moment. */
export const retryPause = () => 400 * (1 + Math.random());

/**
 * Watches whether the page's policy forbids an address. The browser reports it in an event of its own, which comes after
 * the request has failed but before the pause ends.
 * @param {string} address
 */
export function watchPolicy(address) {
  const watched = { isForbidden: false, stop: () => removeEventListener("securitypolicyviolation", note) };
  /** @param {SecurityPolicyViolationEvent} event */
  const note = ({ blockedURI, disposition }) => {
    watched.isForbidden ||= disposition !== "report" && blockedURI === address;
  };
  addEventListener("securitypolicyviolation", note);
  return watched;
}

/**
 * Fetches and uses a file of the release. One lost request is repeated, as for documents. The file's hash hides from us
 * why a request failed, so that every failure but a late answer counts as a lost request.
 *
 * @template T
 * @param {string} name @param {string} integrity the file's hash
 * @param {(response: Response) => T | Promise<T>} use
 * @returns {Promise<T>} rejects with a `Failure`
 */
export async function fromRelease(name, integrity, use) {
  const address = beside(name);
  const policy = watchPolicy(address);
  try {
    for (let isLast = false; ; isLast = true) {
      try {
        const response = await fetchBeside(name, integrity);
        if (!response.ok) {
          throw new Error(`status ${response.status}`);
        }
        return await use(response);
      } catch (cause) {
        const isLate = /** @type {Error} */ (cause).name === "TimeoutError";
        if (isLast || isLate) {
          throw new Failure("load", [problem("not-loaded", [address])], cause);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, retryPause()));
      if (policy.isForbidden) {
        throw new Failure("policy", [problem("not-connected", [address])]);
      }
    }
  } finally {
    policy.stop();
  }
}
