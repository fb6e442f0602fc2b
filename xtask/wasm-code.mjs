/** Decodes the instructions of WebAssembly functions, as far as the build needs to know them. */
import { reader } from "./wasm-sections.mjs";

/**
 * @typedef {object} Instruction
 * @property {Buffer} bytes
 * @property {string} text the bytes, without the number of a local variable and without an alignment
 * @property {number} [local] the number of the local variable that the instruction reads or writes
 * @property {{ alignment: number, offset: Buffer }} [memory] of a load or store
 */

/** How many LEB128 numbers follow an opcode, where that is not zero. */
const NUMBERS = new Map([
  // Blocks, branches and calls.
  ...[0x02, 0x03, 0x04, 0x0c, 0x0d, 0x10].map((opcode) => /** @type {const} */ ([opcode, 1])),
  [0x11, 2],
  // Variables, tables, the size of the memory, constants and references.
  ...[0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0x41, 0x42, 0xd0, 0xd2].map((opcode) => /** @type {const} */ ([opcode, 1])),
]);
/** The same for the opcodes after 0xfc: conversions, then what copies and fills memory and tables. */
const EXTENDED = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];
const [BRANCH_TABLE, TYPED_SELECT, EXTENSION] = [0x0e, 0x1c, 0xfc];
const FLOATS = new Map([
  [0x43, 4],
  [0x44, 8],
]);

/** @param {number} opcode */
const isLocal = (opcode) => opcode >= 0x20 && opcode <= 0x22;
/** @param {number} opcode */
const isMemory = (opcode) => opcode >= 0x28 && opcode <= 0x3e;
/** Opcodes without anything after them. @param {number} opcode */
const isPlain = (opcode) =>
  opcode <= 0x01 ||
  opcode === 0x05 ||
  opcode === 0x0b ||
  opcode === 0x0f ||
  opcode === 0x1a ||
  opcode === 0x1b ||
  (opcode >= 0x45 && opcode <= 0xc4) ||
  opcode === 0xd1;

/** @param {Buffer} body @returns {{ types: number[], instructions: Instruction[] }} the types of its local variables, and its code */
export function decode(body) {
  const read = reader(body, 0);
  const types = [];
  for (let groups = read.number(); groups > 0; groups -= 1) {
    const count = read.number();
    types.push(...Array(count).fill(read.byte()));
  }
  const instructions = [];
  while (read.at < body.length) {
    instructions.push(instruction(read, body));
  }
  return { types, instructions };
}

/** @param {import("./wasm-sections.mjs").Reader} read @param {Buffer} body @returns {Instruction} */
function instruction(read, body) {
  const start = read.at;
  const opcode = read.byte();
  if (isLocal(opcode)) {
    const local = read.number();
    return { bytes: body.subarray(start, read.at), text: String(opcode), local };
  }
  if (isMemory(opcode)) {
    const alignment = read.number();
    const at = read.at;
    read.number();
    const offset = body.subarray(at, read.at);
    const memory = { alignment, offset };
    return { bytes: body.subarray(start, read.at), text: `${opcode} ${offset.toString("hex")}`, memory };
  }
  const count = opcode === EXTENSION ? EXTENDED[read.number()] : NUMBERS.get(opcode);
  if (count !== undefined) {
    for (let left = count; left > 0; left -= 1) read.number();
  } else if (opcode === BRANCH_TABLE) {
    for (let left = read.number(); left >= 0; left -= 1) read.number();
  } else if (opcode === TYPED_SELECT) {
    read.bytes(read.number());
  } else if (FLOATS.has(opcode)) {
    read.bytes(FLOATS.get(opcode) ?? 0);
  } else if (!isPlain(opcode)) {
    throw new Error(`xtask/wasm-code.mjs does not know the opcode 0x${opcode.toString(16)}`);
  }
  const bytes = body.subarray(start, read.at);
  return { bytes, text: bytes.toString("hex") };
}
