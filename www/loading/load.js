/** Reads the document's bytes from any source. */

import { Failure, problem } from "../element/failure.js";
import { toJsonText } from "./copy.js";
import { credentials } from "./hint.js";
import { MAX_BYTES } from "./limits.js";
import { retryPause, watchPolicy } from "./retry.js";

/** In bytes. One more than the format allows is passed on, so that the document is refused with the usual message. */
const LIMIT = MAX_BYTES + 1;

/** The longest time without data, and the longest time for a download with its second attempt. */
const STALL_TIMEOUT_MS = 15_000;
const DOWNLOAD_TIMEOUT_MS = 60_000;
/** If a server asks for a longer wait, there is no second attempt. */
const MAX_RETRY_WAIT_MS = 30_000;

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
  // UTF-8 cannot encode a lone surrogate. Its escape survives, so that the document reader can warn about it.
  const whole = text.slice(0, LIMIT).replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  return new TextEncoder().encode(whole).subarray(0, LIMIT);
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 * @returns {Promise<Uint8Array>}
 */
async function fetchBytes(address, signal, cache) {
  const control = new AbortController();
  const late = () => control.abort(new Failure("network", [problem("too-slow", [address])]));
  const stop = () => control.abort();
  if (signal.aborted) {
    stop();
  }
  signal.addEventListener("abort", stop);
  const policy = watchPolicy(address);
  const whole = setTimeout(late, DOWNLOAD_TIMEOUT_MS);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let stall;
  const alive = () => {
    clearTimeout(stall);
    stall = setTimeout(late, STALL_TIMEOUT_MS);
  };
  try {
    for (let last = false; ; last = true) {
      // What a cache keeps of a failure is no better than the failure.
      const {
        bytes,
        failure,
        isWhole,
        wait = 0,
      } = await attempt(address, control.signal, last ? "reload" : cache, alive);
      clearTimeout(stall);
      if (bytes && (isWhole || last)) {
        return bytes;
      }
      const isPatient = wait <= MAX_RETRY_WAIT_MS;
      if (!last && isPatient && !control.signal.aborted) {
        await pause(wait + retryPause(), control.signal);
      }
      if (control.signal.aborted) {
        throw control.signal.reason;
      }
      if (policy.isForbidden) {
        throw new Failure("policy", [problem("not-connected", [address])]);
      }
      if (last || !isPatient) {
        throw failure;
      }
    }
  } finally {
    clearTimeout(whole);
    clearTimeout(stall);
    policy.stop();
  }
}

/**
 * The bytes or the failure, and the time after which another attempt makes sense, if it does.
 *
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 * @param {() => void} alive
 * @returns {Promise<{ bytes?: Uint8Array, isWhole?: boolean, failure?: Failure, wait?: number }>}
 */
async function attempt(address, signal, cache, alive) {
  alive();
  try {
    // The request has only the hint's credentials and no referrer, since a panel is the same for every reader.
    const sent = await credentials(address);
    const response = await fetch(address, { signal, cache, credentials: sent, referrerPolicy: "no-referrer" });
    const { ok, status, headers, body } = response;
    if (!ok) {
      body?.cancel().catch(() => {});
      const failure = new Failure("network", [problem("bad-status", [address, String(status)])]);
      return { failure, wait: /429|50[234]/.test(String(status)) ? asked(headers.get("retry-after")) : Infinity };
    }
    const bytes = await readAtMost(LIMIT, body, alive);
    // Not every browser notices that less has come than was announced. A compressed document is larger than announced.
    return { bytes, isWhole: bytes.length >= Math.min(LIMIT, Number(headers.get("content-length")) || 1) };
  } catch (cause) {
    return { failure: new Failure("network", [problem("not-reached", [address])], cause) };
  }
}

/** The wait that a server asks for, in milliseconds. The header has seconds or a date. @param {string | null} header */
function asked(header) {
  return header ? Math.max(0, +header * 1000 || Date.parse(header) - Date.now() || 0) : 0;
}

/** @param {number} time @param {AbortSignal} signal */
function pause(time, signal) {
  return new Promise((resolve) => {
    setTimeout(resolve, time);
    signal.addEventListener("abort", resolve);
  });
}

/**
 * Reads no further than the limit. The refusal that follows ends the download.
 *
 * @param {number} limit
 * @param {ReadableStream<Uint8Array> | null} stream
 * @param {() => void} alive called for each chunk
 */
async function readAtMost(limit, stream, alive) {
  const chunks = [];
  let length = 0;
  const reader = stream?.getReader();
  while (reader && length < limit) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    alive();
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
