/** Parses the parts of a WebAssembly module that the build uses. Everything else passes through unchanged. */

/**
 * @param {Buffer} module
 * @returns {{ bodies: Buffer[], imported: number, sections: { id: number, name?: string, bytes: Buffer }[], names: Map<number, string> }}
 * its function bodies, the number of imported functions, its complete sections, and its function names
 */
export function parse(module) {
  const read = reader(module, 8);
  const sections = [];
  /** @type {Map<number, string>} */
  const names = new Map();
  let imported = 0;
  /** @type {Buffer[]} */
  let bodies = [];
  while (read.at < module.length) {
    const start = read.at;
    const id = read.byte();
    const size = read.number();
    const end = read.at + size;
    const name = id === 0 ? read.text() : undefined;
    if (name === "name") {
      readNames(read, end, names);
    } else if (id === 2) {
      imported = countImports(read);
    } else if (id === 10) {
      bodies = Array.from({ length: read.number() }, () => read.bytes(read.number()));
    }
    sections.push({ id, name, bytes: module.subarray(start, end) });
    read.at = end;
  }
  return { bodies, imported, sections, names };
}

/** @typedef {ReturnType<typeof reader>} Reader */

/** The second subsection of the name section has the function names. @param {Reader} read @param {number} end @param {Map<number, string>} names */
function readNames(read, end, names) {
  while (read.at < end) {
    const kind = read.byte();
    const size = read.number();
    if (kind !== 1) {
      read.at += size;
      continue;
    }
    for (let count = read.number(); count > 0; count -= 1) {
      const index = read.number();
      names.set(index, read.text());
    }
  }
}

/** Counts the imports. wasm-bindgen imports only functions; other imports have another encoding. @param {Reader} read */
function countImports(read) {
  const count = read.number();
  for (let left = count; left > 0; left -= 1) {
    read.text();
    read.text();
    if (read.byte() !== 0) {
      throw new Error("the WebAssembly imports something that is no function");
    }
    read.number();
  }
  return count;
}

/** The number of parameters of each function. @param {{ id: number, bytes: Buffer }[]} sections */
export function parameterCounts(sections) {
  const [types, functions] = [1, 3].map((id) => {
    const read = reader(sections.find((section) => section.id === id)?.bytes ?? Buffer.alloc(0), 1);
    read.number();
    return read;
  });
  if (!types || !functions) return [];
  const counts = Array.from({ length: types.number() }, () => {
    if (types.byte() !== 0x60) throw new Error("the WebAssembly has a type that is no function");
    const parameters = types.bytes(types.number());
    types.bytes(types.number());
    return parameters.length;
  });
  return Array.from({ length: functions.number() }, () => counts[functions.number()] ?? 0);
}

/** The module with other function bodies. @param {Buffer} module @param {Buffer[]} bodies */
export function withBodies(module, bodies) {
  const code = [leb(bodies.length), ...bodies.map((body) => [...leb(body.length), ...body])].flat();
  const section = Buffer.from([10, ...leb(code.length), ...code]);
  const sections = parse(module).sections.map(({ id, bytes }) => (id === 10 ? section : bytes));
  return Buffer.concat([module.subarray(0, 8), ...sections]);
}

/** @param {Buffer} module @param {number} at */
export function reader(module, at) {
  return {
    at,
    byte() {
      return module.readUInt8(this.at++);
    },
    /** @param {number} length */
    bytes(length) {
      this.at += length;
      return module.subarray(this.at - length, this.at);
    },
    number() {
      let [value, shift, byte] = [0, 0, 0];
      do {
        byte = this.byte();
        value |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      return value >>> 0;
    },
    text() {
      return this.bytes(this.number()).toString("utf8");
    },
  };
}

/** Encodes a number as unsigned LEB128. @param {number} value */
export function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return bytes;
}
