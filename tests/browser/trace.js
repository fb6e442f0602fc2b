/** What Chromium itself records of its work. Counts only: how long something takes differs with the machine. */

/**
 * Does something and returns for how many elements styles were computed meanwhile.
 * @param {Use} use @param {() => Promise<unknown>} action @returns {Promise<number>}
 */
export async function styledDuring(use, action) {
  const connection = await use.driver.createCDPConnection("page");
  const socket = connection._wsConnection;
  let count = 0;
  const ended = new Promise((resolve) => {
    socket.on("message", (/** @type {string} */ message) => {
      const { method, params } = JSON.parse(message);
      if (method === "Tracing.dataCollected") {
        params.value.forEach((/** @type {Loose} */ { args }) => (count += args?.elementCount ?? 0));
      } else if (method === "Tracing.tracingComplete") {
        resolve(socket.close());
      }
    });
  });
  await connection.send("Tracing.start", { traceConfig: { includedCategories: ["blink", "devtools.timeline"] } });
  await action();
  await connection.send("Tracing.end", {});
  await ended;
  return count;
}
