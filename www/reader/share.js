/** Shares a claim through the system's dialog, or copies it as text. The shared text includes the replies. */

const OF_CLAIM = "[part~=opened] > [part~=corrections] > *, [part~=opened] > [part~=note]";

/** A claim with its answers and the editors' notes, one per line. @param {Element} entry in the list of claims */
export function textOf(entry) {
  const answers = entry.querySelector("[part~=answers]")?.children ?? entry.querySelectorAll("[part~=none]");
  const lines = [...entry.querySelectorAll("[part~=claim-text]"), ...answers, ...entry.querySelectorAll(OF_CLAIM)];
  return lines.map((line) => line.textContent.trim()).join("\n");
}

/**
 * @param {{ title: string, text: string, url: string }} what
 * @param {(action: string, value?: string) => void} say reports the result, unless the system does
 */
export async function share(what, say) {
  try {
    if (navigator.canShare?.(what)) {
      await navigator.share(what);
      return;
    }
  } catch (error) {
    if (/** @type {Error} */ (error).name === "AbortError") {
      return;
    }
  }
  try {
    await navigator.clipboard.writeText(`${what.text}\n${what.url}`);
    say("copied");
  } catch {
    say("not-copied", what.url);
  }
}
