/** What a server does with the program. */
import { createElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { App, Streamed } from "./app.js";

/** @param {import("./app.js").Page} page */
export function render(page) {
  return renderToString(createElement(App, { page }));
}

/**
 * Sends the document, and its panel once the gate opens.
 * @param {import("./app.js").Page} page @param {Promise<unknown>} gate
 * @param {{ script: string, first: string }} scripts @param {import("node:http").ServerResponse} response
 */
export function stream(page, gate, { script, first }, response) {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  const { pipe } = renderToPipeableStream(createElement(Streamed, { page, gate }), {
    bootstrapModules: [script],
    bootstrapScriptContent: `${first} window.page = ${JSON.stringify(page)}`,
    onShellReady: () => pipe(response),
  });
}
