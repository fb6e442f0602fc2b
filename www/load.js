/** The document's bytes, whichever way they come in. */
import { toJsonText } from "./copy.js";
import { Failure, problem } from "./failure.js";
import { credentials } from "./hint.js";

/** The format's limit; one byte more is handed on, so that the document is refused in the usual words. */
const LIMIT = 4 * 1024 * 1024;

/** In milliseconds: a download may be without a byte for so long, and last so long with its second attempt. */
const STALL = 15_000;
const WHOLE = 60_000;
/** A server that wants us to wait longer than this is not asked again. */
const PATIENCE = 30_000;
/** The second attempt comes once to twice this later than it might: not all readers ask at the same moment. */
const JITTER = 400;

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
  /** Whether the page's policy forbids the address, which its event tells and the exception does not. */
  let forbidden = false;
  /** @param {SecurityPolicyViolationEvent} event */
  const note = ({ blockedURI, disposition }) => {
    forbidden ||= disposition !== "report" && blockedURI === address;
  };
  addEventListener("securitypolicyviolation", note);
  const whole = setTimeout(late, WHOLE);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let stall;
  const alive = () => {
    clearTimeout(stall);
    stall = setTimeout(late, STALL);
  };
  try {
    for (let last = false; ; last = true) {
      const [bytes, failure, wait] = await attempt(address, control.signal, cache, alive);
      clearTimeout(stall);
      if (bytes) {
        return bytes;
      }
      if (!last && wait <= PATIENCE && !control.signal.aborted) {
        await pause(wait + JITTER * (1 + Math.random()), control.signal);
      }
      if (control.signal.aborted) {
        throw control.signal.reason;
      }
      if (forbidden) {
        throw new Failure("policy", [problem("not-connected", [address])]);
      }
      if (last || !(wait <= PATIENCE)) {
        throw failure;
      }
    }
  } finally {
    clearTimeout(whole);
    clearTimeout(stall);
    removeEventListener("securitypolicyviolation", note);
  }
}

/**
 * The bytes; or why there are none, and after how long it is worth another attempt.
 *
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {RequestCache} cache
 * @param {() => void} alive
 * @returns {Promise<[bytes: Uint8Array | undefined, failure?: Failure, wait?: any]>}
 */
async function attempt(address, signal, cache, alive) {
  alive();
  try {
    // No credentials but those of a hint, and no address of the article: a panel is the same for every reader.
    const sent = await credentials(address);
    const response = await fetch(address, { signal, cache, credentials: sent, referrerPolicy: "no-referrer" });
    const { ok, status, headers, body } = response;
    if (!ok) {
      body?.cancel().catch(() => {});
      const failure = new Failure("network", [problem("bad-status", [address, String(status)])]);
      return [undefined, failure, /429|50[234]/.test(String(status)) ? asked(headers.get("retry-after")) : Infinity];
    }
    return [await readAtMost(LIMIT + 1, body, alive)];
  } catch (cause) {
    return [undefined, new Failure("network", [problem("not-reached", [address])], cause), 0];
  }
}

/** How long a server asks us to wait, in milliseconds: it says seconds or a date. @param {string | null} header */
function asked(header) {
  return header ? Math.max(0, header * 1000 || Date.parse(header) - Date.now() || 0) : 0;
}

/** @param {number} time @param {AbortSignal} signal */
function pause(time, signal) {
  return new Promise((resolve) => {
    setTimeout(resolve, time);
    signal.addEventListener("abort", resolve);
  });
}

/**
 * Whatever is beyond the limit is not read; the refusal that follows ends the download.
 *
 * @param {number} limit
 * @param {ReadableStream<Uint8Array> | null} stream
 * @param {() => void} alive something has come
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
