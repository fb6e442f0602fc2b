/** The document's bytes, whichever way they come in. */
import { toJsonText } from "./copy.js";
import { Failure, problem } from "./failure.js";

/** The format's limit; one byte more is handed on, so that the document is refused in the usual words. */
const LIMIT = 4 * 1024 * 1024;

/**
 * @param {import("./source.js").Source} source
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 * @returns {Promise<Uint8Array>}
 */
export async function readBytes(source, signal, cache) {
  if (source.problem) {
    throw new Failure(source.problem.code === "bad-address" ? "network" : "document", [source.problem]);
  }
  if (source.address !== undefined) {
    return fetchBytes(source.address, signal, cache);
  }
  const text = source.island ?? (typeof source.data === "string" ? source.data : toJsonText(source.data));
  return encode(text);
}

/** @param {string} text */
function encode(text) {
  // Half a character has no UTF-8. Its escape has, and the reader warns of it where it would else be lost.
  const whole = text
    .slice(0, LIMIT + 1)
    .replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  return new TextEncoder().encode(whole).subarray(0, LIMIT + 1);
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 */
async function fetchBytes(address, signal, cache) {
  try {
    // No credentials: a panel is the same for every reader.
    const response = await fetch(address, { signal, cache, credentials: "omit" });
    if (!response.ok) {
      throw new Failure("network", [problem("bad-status", [address, String(response.status)])]);
    }
    return await readAtMost(LIMIT + 1, response.body);
  } catch (cause) {
    throw cause instanceof Failure ? cause : new Failure("network", [problem("not-reached", [address])], cause);
  }
}

/**
 * Whatever is beyond the limit is not read; the refusal that follows ends the download.
 *
 * @param {number} limit
 * @param {ReadableStream<Uint8Array> | null} stream
 */
async function readAtMost(limit, stream) {
  const chunks = [];
  let length = 0;
  const reader = stream?.getReader();
  while (reader && length < limit) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    const chunk = value.subarray(0, limit - length);
    chunks.push(chunk);
    length += chunk.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
