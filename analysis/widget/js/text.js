// The article: one row a sentence, its text cut wherever a mark begins or ends.

class ArticleText {
  constructor(screen) {
    this.screen = screen;
    this.node = make("div", {
      class: "isnad-article",
      dir: "rtl",
      lang: "ar",
      tabindex: "0",
      role: "application",
      "aria-label": screen.t("article"),
      "aria-describedby": screen.sayId,
    });
    this.rows = screen.page.sentences.map(([start, end], n) => this.emptyRow(start, end, n));
    this.node.append(...this.rows.map((row) => row.node));
  }

  emptyRow(start, end, n) {
    const { sentences, glosses } = this.screen.page;
    const gutter = make("div", { class: "isnad-gutter" });
    const text = make("div", { class: "isnad-text" });
    const gloss = glosses[n] ? make("div", { class: "isnad-gloss", dir: "ltr", lang: "en" }, glosses[n]) : null;
    const first = n === 0 || sentences[n - 1][2] !== sentences[n][2];
    const node = make("div", { class: "isnad-sentence" + (first ? " first" : ""), "data-sentence": n }, gutter, make("div", {}, text, gloss));
    return { start, end, n, node, gutter, text, pieces: [], shown: null };
  }

  sentenceAt(place) {
    return Math.max(
      0,
      lastNotAfter(this.rows.length, place, (i) => this.rows[i].start),
    );
  }

  // Bring every sentence up to date; those whose marks are as they were are left alone.
  show() {
    this.index();
    this.rows.forEach((row) => this.showRow(row));
  }

  // The same where only the current item has changed.
  showCurrent(before, now) {
    const touched = [before, now].flatMap((item) => this.sentencesOf(item));
    new Set(touched).forEach((n) => this.showRow(this.rows[n]));
  }

  showRow(row) {
    const layers = this.marks[row.n].filter((layer) => layer.row.status !== "rejected" || layer.row.item === this.screen.current);
    const gutter = this.gutterOf(row.n);
    const signature = [gutter.open, ...gutter.sources, ...layers.map((layer) => layer.signature + (layer.row.item === this.screen.current))].join(
      "|",
    );
    if (signature !== row.shown) {
      row.shown = signature;
      this.showText(row, layers);
      this.showGutter(row, gutter);
    }
    row.node.classList.toggle("here", row.n === this.screen.sentence());
  }

  // For each sentence: the stretches that rows of the coding mark in it, and the rows that belong to it.
  index() {
    const { state } = this.screen;
    this.marks = this.rows.map(() => []);
    this.owned = this.rows.map(() => []);
    for (const row of [...state.statements, ...state.stances]) {
      const actor = state.actors[row.source];
      this.owned[row.sentence].push(row);
      for (const [kind, start, end] of spansOf(row)) {
        const signature = [kind, row.item, start, end, actor.colour, actor.name, row.depth, row.polarity, row.target, row.status].join();
        this.overlapped(start, end).forEach((n) => this.marks[n].push({ kind, row, start, end, actor, signature }));
      }
    }
  }

  // The sentences that a span touches.
  overlapped(start, end) {
    const found = [];
    for (let n = this.sentenceAt(start); n < this.rows.length && this.rows[n].start < end; n += 1) found.push(n);
    return found;
  }

  sentencesOf(item) {
    const row = item && this.screen.row(item);
    if (!row) return item?.startsWith("sentences") ? [Number(item.split("/")[1])] : [];
    return [row.sentence, ...spansOf(row).flatMap(([, start, end]) => this.overlapped(start, end))];
  }

  showText(row, layers) {
    const inside = (place) => place > row.start && place < row.end;
    const cuts = [...new Set(layers.flatMap((layer) => [layer.start, layer.end]).filter(inside))].sort((a, b) => a - b);
    const places = [row.start, ...cuts, row.end];
    row.pieces = places.slice(1).map((end, i) => this.piece(places[i], end, layers));
    row.text.replaceChildren(...row.pieces);
  }

  piece(start, end, layers) {
    const here = layers.filter((layer) => layer.start <= start && end <= layer.end);
    const node = make("span", { class: "isnad-piece", "data-start": start });
    node.textContent = this.screen.page.text.slice(start, end);
    if (!here.length) return node;
    const contents = here.filter((layer) => layer.kind === "content").sort((a, b) => a.row.depth - b.row.depth);
    const named = here.filter((layer) => layer.kind === "cue" || layer.kind === "words");
    paint(node, contents.length ? contents : named, named.length ? 1 : 0.62);
    named.forEach((layer) => node.classList.add(layer.kind));
    const signs = here.filter((layer) => layer.kind === "stance");
    signs.forEach((layer) => node.classList.add(layer.row.polarity > 0 ? "plus" : "minus"));
    const ending = [...new Set(signs.filter((layer) => layer.end === end).map((layer) => (layer.row.polarity > 0 ? "+" : "−")))];
    if (ending.length) node.dataset.sign = ending.join("");
    const current = here.filter((layer) => layer.row.item === this.screen.current);
    if (current.length) node.classList.add("current");
    if (current.some((layer) => layer.row.status === "rejected")) node.classList.add("rejected");
    const items = [...new Set(here.sort((a, b) => a.end - a.start - b.end + b.start).map((layer) => layer.row.item))];
    node.dataset.items = items.join(" ");
    node.title = items.map((item) => this.screen.brief(item)).join("\n");
    return node;
  }

  gutterOf(n) {
    const { state } = this.screen;
    const here = this.owned[n].filter((row) => row.status !== "rejected");
    const open =
      here.some((row) => row.status === "suggested") || (!this.marks[n].some((layer) => layer.row.status !== "rejected") && !this.screen.read.has(n));
    const items = new Map(here.filter((row) => !isMark(row)).map((row) => [row.source, row.item]));
    return { open, sources: [...items].map(([source, item]) => [item, state.actors[source].name, state.actors[source].colour]) };
  }

  showGutter(row, { open, sources }) {
    const chips = sources.map(([item, name, colour]) =>
      make("span", { class: "isnad-chip", style: `background:${colour}`, "data-items": item, title: name, dir: "auto" }, name),
    );
    row.gutter.replaceChildren(
      make("span", { class: "isnad-number" }, String(row.n + 1)),
      make("span", { class: open ? "isnad-open" : "isnad-done" }, open ? "○" : "✓"),
      ...chips,
    );
    row.gutter.setAttribute("aria-hidden", "true");
  }

  // Scroll so that a sentence can be seen, without moving the notebook.
  reveal(n) {
    const { node } = this.rows[n];
    const box = this.node;
    const top = node.offsetTop;
    const bottom = top + node.offsetHeight;
    if (top < box.scrollTop + 8) box.scrollTop = top - 24;
    else if (bottom > box.scrollTop + box.clientHeight - 8) box.scrollTop = Math.min(top - 24, bottom - box.clientHeight + 48);
  }

  // A DOM range for a span of the text.
  range(start, end) {
    const range = document.createRange();
    range.setStart(...this.point(start, false));
    range.setEnd(...this.point(end, true));
    return range;
  }

  point(place, ending) {
    const row = this.rows[this.sentenceAt(ending ? place - 1 : place)];
    const at = (piece) => Number(piece.dataset.start);
    const piece =
      row.pieces[
        Math.max(
          0,
          lastNotAfter(row.pieces.length, ending ? place - 1 : place, (i) => at(row.pieces[i])),
        )
      ];
    return [piece.firstChild, Math.min(place - at(piece), piece.firstChild.length)];
  }

  // The place in the text of a DOM position; one outside of any text counts as the start of the next text.
  place(node, offset) {
    const piece = node.nodeType === Node.TEXT_NODE ? node.parentElement.closest(".isnad-piece") : null;
    if (piece) return Number(piece.dataset.start) + offset;
    const mark = document.createRange();
    mark.setStart(node, offset);
    const before = (other) => mark.comparePoint(other, 0) >= 0;
    const row = this.rows.find((candidate) => candidate.pieces.some(before));
    return row ? Number(row.pieces.find(before).dataset.start) : this.screen.page.text.length;
  }
}

// The spans of a row, each with what it is.
function spansOf(row) {
  if (isMark(row)) return [["stance", ...row.span]];
  return [
    ...row.content.map((span) => ["content", ...span]),
    ...[
      ["cue", row.cue],
      ["words", row.words],
    ]
      .filter(([, span]) => span)
      .map(([kind, span]) => [kind, ...span]),
  ];
}

// Colour a piece for the innermost of some layers, more or less strongly; a line above stands for each layer around it.
function paint(node, layers, strength) {
  if (!layers.length) return;
  const deepest = layers[layers.length - 1].row.depth;
  const inner = [
    ...new Set(
      layers.filter((layer) => layer.row.depth === deepest).map((layer) => `color-mix(in srgb, ${layer.actor.colour} ${100 * strength}%, white)`),
    ),
  ];
  const outer = layers.filter((layer) => layer.row.depth < deepest).map((layer) => layer.actor.dark);
  const lines = outer.map((colour) => `linear-gradient(${colour}, ${colour})`);
  const stripes = inner.map((colour, i) => `${colour} ${(100 * i) / inner.length}% ${(100 * (i + 1)) / inner.length}%`);
  if (inner.length > 1) lines.push(`linear-gradient(${stripes.join(", ")})`);
  node.style.backgroundColor = inner[0];
  node.style.backgroundImage = lines.join(", ");
  node.style.backgroundSize = [...outer.map(() => "100% 3px"), "100% 100%"].join(", ");
  node.style.backgroundPosition = [...outer.map((_, i) => `0 ${4 * i}px`), "0 0"].join(", ");
  node.style.backgroundRepeat = "no-repeat";
}
