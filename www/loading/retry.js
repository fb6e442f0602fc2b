/** The pause before a second attempt, in milliseconds. Its length is random, so that readers do not retry at the same moment. */
export const retryPause = () => 400 * (1 + Math.random());
