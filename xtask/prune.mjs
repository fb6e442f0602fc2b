/**
 * Parts of Yew that the panel must never enter, taken out of the WebAssembly.
 *
 * Yew brings them for every program: markup out of strings, listeners of its own, portals, suspense. The linker
 * cannot know that no view here makes any of them; `src/view.rs` does. Whatever would enter one stops there, and
 * its panel gives way to the fallback, as with any other fault.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where Yew draws, changes or takes away one kind of node. @param {string} kind as Yew names it after its letter */
const drawing = (kind) => new RegExp(`::[VB]${kind}( as [^>]*)?>?::(attach|reconcile|reconcile_node|detach|detach_bundle|shift|position)\\b`);

/** Why it is never entered → the names of the functions. */
const NEVER = {
  "data is text, so nothing is read as HTML": drawing("Raw"),
  "the element listens, once for its whole shadow root":
    /ListenerKind::type_name|SubtreeData::add_listener|::EventDescriptor as .*Clone|ListenerRegistration::register|bubble_to_inner_element|ensure_handled/,
  "a panel draws inside its own root alone": drawing("Portal"),
  "all there is to wait for has come before the first draw": drawing("Suspense"),
  "so that no view waits for anything": /^yew::suspense::suspension::Suspension::listen|^yew::.*::ComponentState::suspend::/,
  "no field has several lines": /TextareaFields>::apply|VTag::__new_textarea/,
  "`html!` makes rows of attributes, and maps only where some are properties": /Attributes>::apply_diff_index_maps/,
  "`host::crash` gives Yew another hook before anything is drawn": /console_error_panic_hook::hook/,
};

/** The same of the standard library, which may have no such part in another version. */
const NEVER_OF_RUST = {
  "no text is written with a width, nor are its characters counted (`tests/architecture.rs`)": /core.*::str::count::do_count_chars/,
};

/** Why it is entered for nothing, since there is nothing that it could do → the names of the functions. */
const IDLE = {
  "a tag with listeners stops where it is drawn first, so that there are none to change": /Listeners>::apply_diff/,
  "the mark of a root tells Yew's listeners whose a click is; here are none, and a host's Yew program would read it as its own":
    /EventTargetable::set_subtree_id.* externref shim/,
  "what nobody waits for is not gone on with": /ComponentState::resume_existing_suspension/,
};

/** @param {string} wasm the file, which still has the names of its functions */
export async function prune(wasm) {
  const library = join(process.env.CLAIM_PANEL_NODE_MODULES, "binaryen/index.js");
  const { default: binaryen } = await import(pathToFileURL(library));
  const module = binaryen.readBinary(await readFile(wasm));
  const functions = Array.from({ length: module.getNumFunctions() }, (_, index) => module.getFunctionByIndex(index));
  for (const [parts, body] of [[NEVER, module.unreachable], [NEVER_OF_RUST, module.unreachable], [IDLE, module.nop]]) {
    for (const [why, names] of Object.entries(parts)) {
      const found = functions.filter((each) => names.test(binaryen.getFunctionInfo(each).name));
      if (!found.length && parts !== NEVER_OF_RUST) {
        throw new Error(`nothing is named ${names} (${why}); is it another Yew?`);
      }
      found.forEach((each) => binaryen.Function.setBody(each, body()));
    }
  }
  await writeFile(wasm, module.emitBinary());
  module.dispose();
}

// `cargo xtask size` weighs this step by itself.
if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await prune(process.argv[2]);
}
