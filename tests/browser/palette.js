/** Pictures for the documents: of text on paper, 96 colours are enough, and weigh a third. */
import { deflateSync, inflateSync } from "node:zlib";

const MOST = 96;
const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

/** @param {Buffer} png as Chromium makes them: eight bits a channel, in one go @returns {Buffer} the same with a palette */
export function reduced(png) {
  const { width, height, step, rows } = pixels(png);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const row of rows) {
    for (let at = 0; at < row.length; at += step) {
      const colour = row.readUIntBE(at, 3);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([colour]) => colour);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const lines = rows.map((row) => {
    const line = Buffer.alloc(width + 1);
    for (let x = 0; x < width; x += 1) {
      line[x + 1] = places.get(row.readUIntBE(x * step, 3)) ?? 0;
    }
    return line;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const data = deflateSync(Buffer.concat(lines), { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** @param {Buffer} png */
function pixels(png) {
  const [width, height, step] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const data = [];
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const raw = inflateSync(Buffer.concat(data));
  const rows = [];
  let above = Buffer.alloc(width * step);
  for (let y = 0; y < height; y += 1) {
    const start = y * (width * step + 1);
    const row = raw.subarray(start + 1, start + 1 + width * step);
    unfilter(raw[start], row, above, step);
    rows.push((above = row));
  }
  return { width, height, step, rows };
}

/**
 * Each byte is written as its difference from a guess out of those to the left and above.
 * @param {number} kind @param {Buffer} row @param {Buffer} above @param {number} step
 */
function unfilter(kind, row, above, step) {
  for (let at = 0; at < row.length; at += 1) {
    const [left, up, corner] = at < step ? [0, above[at], 0] : [row[at - step], above[at], above[at - step]];
    const guess = left + up - corner;
    const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(guess - one));
    const paeth = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    row[at] += [0, left, up, (left + up) >> 1, paeth][kind];
  }
}

/** @param {number[]} palette @param {number} colour */
function nearest(palette, colour) {
  /** @param {number} other */
  const distance = (other) =>
    [16, 8, 0].reduce((sum, by) => sum + (((colour >> by) & 255) - ((other >> by) & 255)) ** 2, 0);
  return palette.reduce((best, other, place) => (distance(other) < distance(palette[best]) ? place : best), 0);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const around = [Buffer.alloc(4), Buffer.alloc(4)];
  around[0].writeUInt32BE(data.length);
  around[1].writeUInt32BE(checksum(body));
  return Buffer.concat([around[0], body, around[1]]);
}

/** CRC-32, as the format asks for. @param {Buffer} body */
function checksum(body) {
  let rest = -1;
  for (const byte of body) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    }
  }
  return ~rest >>> 0;
}
