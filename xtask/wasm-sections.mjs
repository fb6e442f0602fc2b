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

/** @param {Buffer} module @param {number} at */
function reader(module, at) {
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
