/**
 * The panel as assistive technology is told of it: what Chromium hands over, a line for each thing that a screen
 * reader stops at, in the order in which it is read. What is left out says nothing by being there.
 */

/** A node of the tree that is not ignored. @typedef {{ role: string, node: Loose, children: Thing[] }} Thing */

/** Names that say more to people than those of the browser. */
/** @type {Record<string, string>} */
const ROLES = {
  DescriptionList: "description list",
  listitem: "item",
  sectionfooter: "footer",
  sectionheader: "header",
};

/** What is read with the words around it. */
const INLINE = new Set(["emphasis", "generic", "ListMarker", "StaticText", "strong", "time"]);

/** What is read as its content alone. */
const SILENT = new Set(["generic", "none", "paragraph", "MenuListPopup"]);

/** What is typed in is the value of a field already. */
const CLOSED = new Set(["searchbox", "StaticText", "ListMarker"]);

/** @param {Use} use @returns {Promise<string>} the tree of the panel with the id `panel` */
export async function tree(use) {
  /** @param {string} command @param {object} values */
  const ask = (command, values) => use.driver.sendAndGetDevToolsCommand(command, values);
  const expression = 'panel.shadowRoot.querySelector("[part~=panel]")';
  const { result } = await ask("Runtime.evaluate", { expression });
  const { node } = await ask("DOM.describeNode", { objectId: result.objectId });
  const { nodes } = /** @type {{ nodes: Loose[] }} */ (await ask("Accessibility.getFullAXTree", {}));
  const known = new Map(nodes.map((one) => [one.nodeId, one]));
  const root = nodes.find((one) => one.backendDOMNodeId === node.backendNodeId);
  return `${lines(thing(root, known), 0).join("\n")}\n`;
}

/** @param {Loose} node as the browser describes it @param {Map<string, Loose>} known @returns {Thing} */
function thing(node, known) {
  const role = node.ignored ? "none" : node.role.value;
  const ids = /** @type {string[]} */ (CLOSED.has(role) ? [] : (node.childIds ?? []));
  return { role, node, children: ids.map((id) => thing(known.get(id), known)) };
}

/** A thing with everything in it. @param {Thing} one @param {number} depth @returns {string[]} */
function lines(one, depth) {
  if (SILENT.has(one.role)) {
    return content(one, depth);
  }
  const name = one.node.name?.value;
  const inside = content(one, depth + 1);
  const [first, ...others] = inside.map((line) => line.trim());
  const said = [ROLES[one.role] ?? one.role, ...states(one)];
  // A name that is nothing but the content is said once.
  const isAll = !others.length && (first === quoted(name ?? "") || (!name && first?.startsWith('"')));
  if (isAll) {
    return [indented(depth, [...said, first].join(" "))];
  }
  const isRepeated = one.role === "heading" && inside.length;
  return [indented(depth, [...said, ...(name && !isRepeated ? [quoted(name)] : [])].join(" ")), ...inside];
}

/**
 * What is in a thing; words that follow one another are one line.
 * @param {Thing} one @param {number} depth @returns {string[]}
 */
function content({ children }, depth) {
  const found = [];
  let words = "";
  const flush = () => {
    if (words.trim()) {
      found.push(indented(depth, quoted(words)));
    }
    words = "";
  };
  for (const child of children) {
    const more = spoken(child);
    if (more === null) {
      flush();
      found.push(...lines(child, depth));
    } else {
      words += more;
    }
  }
  flush();
  return found;
}

/**
 * The words of something that is read with those around it; null for everything else.
 * @param {Thing} one @returns {string | null}
 */
function spoken({ role, node, children }) {
  if (CLOSED.has(role) && INLINE.has(role)) {
    return node.name.value;
  }
  const words = children.map(spoken);
  return INLINE.has(role) && words.length && !words.includes(null) ? words.join("") : null;
}

/** What is said of a thing beside its role and its name. @param {Thing} one */
function states({ role, node, children }) {
  const { level, pressed, expanded, disabled } = Object.fromEntries(
    (node.properties ?? []).map((/** @type {Loose} */ { name, value }) => [name, value.value]),
  );
  const items = children.filter((child) => child.role === "listitem").length;
  return [
    role === "heading" && level,
    role === "list" && (items === 1 ? "of 1 item" : `of ${items} items`),
    pressed && (pressed === "true" ? "pressed" : "not pressed"),
    expanded !== undefined && role !== "combobox" && (expanded ? "expanded" : "collapsed"),
    disabled && "disabled",
    node.value?.value && `holding ${quoted(node.value.value)}`,
    node.description?.value && `described as ${quoted(node.description.value)}`,
  ].filter(Boolean);
}

/** @param {string} text */
const quoted = (text) => `"${text.replace(/\s+/gu, " ").trim()}"`;
/** @param {number} depth @param {string} line */
const indented = (depth, line) => "  ".repeat(depth) + line;
