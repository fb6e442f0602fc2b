/**
 * The panel as assistive technology is told of it: what Chromium hands over, a line for each thing that a screen
 * reader stops at, in the order in which it is read.
 */

/** Names that say more to people than those of the browser. */
const ROLES = {
  DescriptionList: "description list",
  listitem: "item",
  sectionfooter: "footer",
  sectionheader: "header",
};

/** What stands inside a line of text, and is read with it. */
const INLINE = new Set(["StaticText", "time", "strong", "emphasis", "code", "mark", "LineBreak", "ListMarker"]);

/** What says nothing by being there: its content is read as if it stood alone. */
const SILENT = new Set(["none", "generic", "paragraph", "MenuListPopup"]);

/** What is read by its name alone, whatever it is made of. */
const NAMED = new Set(["button", "link", "heading", "searchbox", "textbox", "combobox", "option", "term"]);

/** @returns {Promise<string>} the tree of the panel with the id `panel` */
export async function tree(use) {
  const ask = (command, values) => use.driver.sendAndGetDevToolsCommand(command, values);
  const expression = 'panel.shadowRoot.querySelector("[part~=panel]")';
  const { result } = await ask("Runtime.evaluate", { expression });
  const { node } = await ask("DOM.describeNode", { objectId: result.objectId });
  const { nodes } = await ask("Accessibility.getFullAXTree", {});
  const known = new Map(nodes.map((one) => [one.nodeId, one]));
  const root = nodes.find((one) => one.backendDOMNodeId === node.backendNodeId);
  return `${lines(root, known, 0).join("\n")}\n`;
}

/** One thing with everything in it. @returns {string[]} */
function lines(node, known, depth) {
  const children = (node.childIds ?? []).map((id) => known.get(id)).filter(Boolean);
  const role = node.ignored ? "none" : node.role.value;
  const isSilent = SILENT.has(role);
  const own = isSilent ? [] : [indented(depth, described(node, role, children))];
  return [...own, ...content(node, children, known, isSilent ? depth : depth + 1)];
}

/** What is in a thing; words that follow one another are one line. @returns {string[]} */
function content(node, children, known, depth) {
  const found = [];
  let text = "";
  const flush = () => {
    if (text.trim()) {
      found.push(indented(depth, quoted(text)));
    }
    text = "";
  };
  for (const child of children) {
    const words = inline(child, known);
    if (words === null) {
      flush();
      found.push(...lines(child, known, depth));
    } else {
      text += words;
    }
  }
  flush();
  const isSaid = NAMED.has(node.role?.value) && found.every((line) => line.trim() === quoted(node.name?.value ?? ""));
  return isSaid ? [] : found;
}

/** The words of something that is read within a line; null where it is not. @returns {string | null} */
function inline(node, known) {
  const role = node.role?.value;
  if (!node.ignored && (role === "StaticText" || role === "ListMarker")) {
    return node.name?.value ?? "";
  }
  if (!node.ignored && !INLINE.has(role) && role !== "generic") {
    return null;
  }
  const words = (node.childIds ?? []).map((id) => known.get(id)).filter(Boolean).map((child) => inline(child, known));
  return words.length && words.every((one) => one !== null) ? words.join("") : null;
}

/** A thing by its role, its name and its state. */
function described(node, role, children) {
  const state = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const parts = [ROLES[role] ?? role];
  if (role === "heading") {
    parts.push(state.level);
  }
  if (role === "list") {
    parts.push(counted(items(children)));
  }
  if (node.name?.value) {
    parts.push(quoted(node.name.value));
  }
  if (node.description?.value) {
    parts.push(`described as ${quoted(node.description.value)}`);
  }
  if (node.value?.value) {
    parts.push(`holding ${quoted(node.value.value)}`);
  }
  if ("pressed" in state) {
    parts.push(state.pressed === "true" ? "pressed" : "not pressed");
  }
  if ("expanded" in state && role !== "combobox") {
    parts.push(state.expanded ? "expanded" : "collapsed");
  }
  if (state.disabled) {
    parts.push("disabled");
  }
  return parts.join(" ");
}

const items = (children) => children.filter(({ role }) => role?.value === "listitem").length;
const counted = (count) => (count === 1 ? "of 1 item" : `of ${count} items`);
const quoted = (text) => `“${text.replace(/\s+/gu, " ").trim()}”`;
const indented = (depth, line) => "  ".repeat(depth) + line;
