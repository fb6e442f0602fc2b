/** The contact sheet: every picture on one page that opens from disk. */
import { DIRECTIONS, PAPER, PICTURED, STATES, STRESS, TABLE, THEMED, VIEWS, WIDTHS } from "./table.js";

/** Large enough to see which picture to open. */
const SCALE = 0.6;

const STYLE = `
  body { background: #777; color: #000; font: 14px/1.4 system-ui, sans-serif; margin: 1rem; }
  td, th { padding: 0.25rem; text-align: start; vertical-align: top; }
  thead th { background: #777; inset-block-start: 0; position: sticky; }
  ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; padding: 0; }
  tbody th { background: #777; inset-inline-start: 0; position: sticky; }
  img { display: block; }
  .top { display: block; max-block-size: 34rem; overflow: hidden; }
  a { color: inherit; }
  .fault { background: #fff; border-inline-start: 6px solid #c00; margin: 0; max-inline-size: 12rem; overflow-wrap: anywhere; padding: 0.25rem; }`;

/** @param {Map<string, string[]>} taken name → what was found wrong @returns {string} */
export function sheet(taken) {
  /** @param {import("./table.js").Picture} picture */
  const figure = ({ name, width }) => {
    const faults = taken.get(name);
    if (!faults) {
      return "not taken";
    }
    const said = faults.map((fault) => `<p class="fault">${escaped(fault)}</p>`).join("");
    const pages = width === "print" ? ` (<a href="${name}.pdf">its pages</a>)` : "";
    const size = Math.round((width === "print" ? PAPER : width) * SCALE);
    const top = `<span class="top"><img src="${name}.png" width="${size}" alt="" loading="lazy"></span>`;
    return `<a href="${name}.png">${top}${name}</a>${pages}${said}`;
  };
  const columns = PICTURED.flatMap((look) => WIDTHS.map((width) => `${look}, ${width}`));
  const rows = Object.keys(VIEWS).flatMap((view) =>
    Object.keys(DIRECTIONS).map((direction) => `${view}, ${direction}`),
  );
  /** @param {string} name @param {number} index */
  const row = (name, index) => {
    const cells = TABLE.slice(index * columns.length, (index + 1) * columns.length);
    return `<tr><th scope="row">${name}</th>${cells.map((one) => `<td>${figure(one)}</td>`).join("")}</tr>`;
  };
  /** @param {import("./table.js").Picture[]} pictures */
  const list = (pictures) => `<ul>${pictures.map((one) => `<li>${figure(one)}</li>`).join("")}</ul>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The panel in pictures</title><style>${STYLE}</style></head>
<body><h1>The panel in pictures</h1>
<table><thead><tr><th></th>${columns.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>
<tbody>${rows.map(row).join("\n")}</tbody></table>
<h2>States</h2>${list(STATES)}
<h2>Themes</h2>${list(THEMED)}
<h2>Stress</h2>${list(STRESS)}
</body></html>`;
}

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
