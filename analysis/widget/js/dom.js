// Isnad: the annotation widget's front end. The parts in this folder are joined to one module by widget.py.
// It shows what Python sends and asks Python for every change. All offsets here are UTF-16 units of the article's text.

// Make an element. Children that are strings become text, never HTML.
function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// Put values into a text's {places}.
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// The greatest i with list[i] <= value, or -1; key(i) gives list[i].
function lastNotAfter(length, value, key) {
  let low = 0,
    high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

let counter = 0;

// An id for ARIA references.
function freshId(name) {
  counter += 1;
  return `isnad-${name}-${counter}`;
}

function isMark(row) {
  return row.item.startsWith("stances");
}
