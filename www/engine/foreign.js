/**
 * Reverts foreign changes to the panel's nodes. Translators and extensions replace text nodes with elements; Rust would
 * then update detached nodes, or fail to find its nodes. The changes are reverted before Rust renders, and the
 * translator sees the new texts.
 */

/** The changes that Rust did not make. @type {MutationRecord[]} */
let records = [];
/** Undefined on a server. @type {MutationObserver | undefined} */
let observer;

/** @param {Node} panel the root element that Rust renders into */
export function watch(panel) {
  observer ??= new MutationObserver((more) => {
    records = records.concat(more);
  });
  observer.observe(panel, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });
}

/**
 * Runs Rust on the nodes as it left them. The work must be Rust's alone: changes that others make during the work are
 * taken for Rust's, and a call inside the work would undo the reverting.
 * @template T @param {() => T} work @returns {T}
 */
export function withOwnDom(work) {
  const done = records.concat(observer?.takeRecords() ?? []);
  records = [];
  for (const { target, oldValue, addedNodes, removedNodes, nextSibling } of done.reverse()) {
    if (oldValue !== null) {
      target.nodeValue = oldValue;
    }
    // Changes to detached nodes are not observed. A change that cannot be reverted must not look like a crash.
    addedNodes.forEach((node) => node.parentNode === target && target.removeChild(node));
    removedNodes.forEach((node) => target.insertBefore(node, nextSibling?.parentNode === target ? nextSibling : null));
  }
  try {
    return work();
  } finally {
    observer?.takeRecords();
  }
}
