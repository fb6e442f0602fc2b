/**
 * What others do to the panel's nodes: translators and extensions put elements in the place of texts, which Rust would
 * go on changing where nobody sees them, or miss. It is undone before Rust draws; whoever did it sees the new texts.
 */

/** What Rust has not done. @type {MutationRecord[]} */
let records = [];
/** Where there is no page there is none. @type {MutationObserver | undefined} */
let observer;

/** @param {Node} panel what Rust draws into */
export function watch(panel) {
  observer ??= new MutationObserver((more) => void (records = records.concat(more)));
  observer.observe(panel, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });
}

/** Lets Rust work on the nodes as it left them. @template T @param {() => T} work @returns {T} */
export function alone(work) {
  const done = records.concat(observer?.takeRecords() ?? []);
  records = [];
  for (const { target, oldValue, addedNodes, removedNodes, nextSibling } of done.reverse()) {
    if (oldValue !== null) {
      target.nodeValue = oldValue;
    }
    // Nobody tells of what happens to nodes that have left: whatever cannot be undone must not be taken for a crash.
    addedNodes.forEach((node) => node.parentNode === target && target.removeChild(node));
    removedNodes.forEach((node) => target.insertBefore(node, nextSibling?.parentNode === target ? nextSibling : null));
  }
  try {
    return work();
  } finally {
    observer?.takeRecords();
  }
}
