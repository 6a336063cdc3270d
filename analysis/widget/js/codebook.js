// The codebook, as Markdown from Python, in a dialog: headings, paragraphs, lists, tables, **bold** and `code`.

async function showCodebook(screen) {
  const row = screen.row(screen.current);
  const text = await screen.ask("codebook", { section: row && isMark(row) ? "stances" : "statements" });
  if (text) openDialog(screen, "codebook", markdownNodes(text));
}

// A dialog that closes with Escape or its button and gives the focus back to the article.
function openDialog(screen, name, nodes) {
  const form = make("form", { method: "dialog" }, make("button", { class: "primary" }, "OK"));
  const dialog = make("dialog", { class: `isnad-dialog ${name}`, "aria-label": screen.t(name) }, nodes, form);
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => {
    dialog.remove();
    screen.article.node.focus({ preventScroll: true });
  });
  screen.node.append(dialog);
  dialog.showModal();
}

function markdownNodes(text) {
  const nodes = [];
  for (const block of text.split(/\n{2,}/)) {
    const lines = block.split("\n");
    if (block.startsWith("#")) nodes.push(make("h3", {}, lines[0].replace(/^#+ /, "")), ...markdownNodes(lines.slice(1).join("\n")));
    else if (block.startsWith("|")) nodes.push(table(lines));
    else if (block.startsWith("- "))
      nodes.push(
        make(
          "ul",
          {},
          items(lines).map((item) => make("li", {}, inline(item))),
        ),
      );
    else if (block.trim()) nodes.push(make("p", {}, inline(lines.join(" "))));
  }
  return nodes;
}

// List items; a line that is indented goes on with the one before.
function items(lines) {
  return lines.reduce(
    (found, line) => (line.startsWith("- ") ? [...found, line.slice(2)] : [...found.slice(0, -1), `${found.at(-1)} ${line.trim()}`]),
    [],
  );
}

function table(lines) {
  const rows = lines.filter((line) => !/^[|\s:-]+$/.test(line)).map((line) => line.replace(/^\||\|$/g, "").split("|"));
  return make(
    "table",
    {},
    rows.map((cells, i) =>
      make(
        "tr",
        {},
        cells.map((cell) => make(i ? "td" : "th", {}, inline(cell.trim()))),
      ),
    ),
  );
}

function inline(text) {
  return text.split(/(\*\*.+?\*\*|`.+?`)/).map((part) => {
    if (part.startsWith("**")) return make("strong", {}, inline(part.slice(2, -2)));
    return part.startsWith("`") ? make("code", { dir: "auto" }, part.slice(1, -1)) : part;
  });
}
