// The screen: article beside panel, what one looks at and what one does.

class Screen {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.sayId = freshId("say");
    this.talk = new Talk(model, () => this.showBanner());
    this.pending = new Map(); // decisions that are not saved yet: item → status
    this.current = null;
    this.glossed = false;
    this.moves = 0; // how often the reader has gone somewhere or selected something
    this.t = (key) => this.page.strings[key] ?? key;
    this.build();
  }

  // Set the page up, in its language.
  build() {
    this.selection?.set(null);
    this.page = JSON.parse(this.model.get("page"));
    this.readState();
    this.say_ = make("div", { class: "isnad-say", id: this.sayId, role: "status", "aria-live": "polite" });
    this.article = new ArticleText(this);
    this.selection = new Selection(this);
    this.list = new ItemList(this);
    this.bar = make("div", { class: "isnad-bar" });
    this.saved = make("span", { class: "isnad-saved" });
    this.banner = make("div", { class: "isnad-banner", role: "alert", hidden: true });
    this.sources = make("div", { class: "isnad-sources", "aria-label": this.t("sources") });
    this.selected = make("section", { class: "isnad-selection", "aria-label": this.t("selected") });
    this.card = make("section", { class: "isnad-card" });
    const panel = make("aside", { class: "isnad-panel", "aria-label": this.t("panel") }, this.selected, this.card, this.list.node);
    const direction = this.page.language === "ar" ? "rtl" : "ltr";
    this.node = make(
      "div",
      { class: this.glossed ? "isnad glossed" : "isnad", dir: direction, lang: this.page.language, "data-lm-suppress-shortcuts": "true" },
      this.bar,
      this.banner,
      this.sources,
      make("div", { class: "isnad-main" }, this.article.node, panel),
      this.say_,
    );
    this.node.addEventListener("keydown", (event) => onKey(this, event));
    this.article.node.addEventListener("copy", (event) => this.onCopy(event));
    this.article.node.addEventListener("mousedown", () => document.addEventListener("mouseup", (event) => this.onMouse(event), { once: true }));
    this.root.replaceChildren(this.node);
    this.current ??= this.firstOpen();
    this.show();
    requestAnimationFrame(() => this.article.reveal(this.sentence()));
  }

  readState() {
    this.state = JSON.parse(this.model.get("state"));
    this.byItem = new Map([...this.state.statements, ...this.state.stances].map((row) => [row.item, row]));
    this.items = new Set(this.state.items);
    this.read = new Set(this.state.read);
    this.showPending();
  }

  // A new state has come: show it after the next paint, so that it never stands between a key and what it shows.
  onState() {
    this.behind = true;
    requestAnimationFrame(() => setTimeout(() => this.catchUp()));
  }

  catchUp() {
    if (this.behind) this.update();
  }

  update() {
    this.behind = false;
    this.readState();
    this.show();
  }

  show() {
    this.current = this.existing(this.current);
    this.article.show();
    this.selection.show();
    this.list.show();
    this.showBar();
    this.showBanner();
    this.sources.replaceChildren(...sourceNodes(this));
    this.showCard();
    this.showSelection();
  }

  showBar() {
    this.bar.replaceChildren(...barNodes(this));
  }

  showBanner() {
    const nodes = bannerNodes(this);
    this.banner.hidden = !nodes.length;
    this.banner.replaceChildren(...nodes);
  }

  showCard() {
    const signature = JSON.stringify([
      this.current,
      this.row(this.current),
      this.state.stances.filter((row) => `statements/${row.statement}` === this.current),
      this.read.has(this.sentence()),
      this.page.language,
      this.state.actors,
    ]);
    if (signature === this.cardShown) return;
    this.cardShown = signature;
    this.sourceField = null;
    this.card.replaceChildren(...card(this).filter(Boolean));
  }

  showSelection() {
    if (this.asking && this.asking === this.selection.span) return; // somebody is typing a name there
    this.asking = null;
    const signature = JSON.stringify([this.selection.span, this.current?.split("/")[0], this.page.language]);
    if (signature === this.selectionShown) return;
    this.selectionShown = signature;
    this.selected.replaceChildren(...selectionBar(this).filter(Boolean));
    if (this.selection.span) this.say(fill(this.t("say.selected"), { words: this.selection.words() }));
  }

  // What one looks at

  row(item) {
    return this.byItem.get(item) ?? null;
  }

  // The sentence of the current item.
  sentence() {
    const row = this.row(this.current);
    return row ? row.sentence : this.current ? Number(this.current.split("/")[1]) : 0;
  }

  // The item, or the sentence one was at where the item is gone (undone, deleted).
  existing(item) {
    const found = this.row(item) || item.startsWith("sentences") ? item : `sentences/${this.lastSentence ?? 0}`;
    this.lastSentence = this.row(found)?.sentence ?? Number(found.split("/")[1]);
    return found;
  }

  // Where an item begins in the text.
  startOf(item) {
    const row = this.row(item);
    if (!row) return this.page.sentences[Number((item ?? "/0").split("/")[1])][0];
    return isMark(row) ? row.span[0] : (row.cue ?? row.content[0])[0];
  }

  // Whether nothing is coded in a sentence.
  bare(n) {
    return !this.article.marks[n].some((layer) => layer.row.status !== "rejected");
  }

  firstOpen() {
    const open = (item) => (this.row(item) ? this.row(item).status === "suggested" : !this.read.has(Number(item.split("/")[1])));
    return this.state.items.find(open) ?? this.state.items[0] ?? "sentences/0";
  }

  // An item in a few words: who and what, and the beginning of the words.
  parts(item) {
    const row = this.row(item),
      { state, page } = this;
    if (!row) {
      const [start, end] = page.sentences[Number(item.split("/")[1])];
      return [this.t("narrator"), page.text.slice(start, Math.min(end, start + 80))];
    }
    const source = state.actors[row.source].name;
    if (isMark(row)) return [`${source} ${row.polarity > 0 ? "+" : "−"} ${state.parties[row.target] ?? row.target}`, page.text.slice(...row.span)];
    const [start, end] = row.content[0];
    return [source, `${row.cue ? `${page.text.slice(...row.cue)} ` : ""}${page.text.slice(start, Math.min(end, start + 80))}`];
  }

  brief(item) {
    return this.parts(item).join(": ");
  }

  visit(item) {
    this.moves += 1;
    const before = this.current;
    this.current = this.existing(item);
    this.selection.set(null);
    this.article.showCurrent(before, this.current);
    this.list.mark();
    this.showCard();
    this.showSelection();
    this.article.reveal(this.sentence());
    this.article.node.focus({ preventScroll: true });
    this.announce();
  }

  announce() {
    const row = this.row(this.current),
      { t, state, page } = this;
    if (!row) {
      const [start, end] = page.sentences[this.sentence()];
      return this.say(fill(t("say.sentence"), { n: this.sentence() + 1, content: page.text.slice(start, end) }));
    }
    const source = state.actors[row.source].name;
    const said = isMark(row)
      ? fill(t(row.polarity > 0 ? "say.plus" : "say.minus"), {
          source,
          target: state.parties[row.target] ?? row.target,
          evidence: page.text.slice(...row.span),
        })
      : fill(t("say.statement"), { source, content: page.text.slice(...row.content[0]) });
    this.say(`${said}. ${t(`status.${row.status}`)}`);
  }

  // The item after or before, in the order of the filter; from an item that is not listed, the next one in the text.
  neighbour(step) {
    const { items } = this.state,
      here = items.indexOf(this.current);
    if (here >= 0) return items[here + step] ?? null;
    const start = this.startOf(this.current),
      place = (item) => this.startOf(item);
    return (step > 0 ? items.find((item) => place(item) >= start) : items.findLast((item) => place(item) < start)) ?? null;
  }

  step(step) {
    const next = this.neighbour(step);
    if (next) this.visit(next);
    else this.say(this.t("say.end"));
  }

  jump(to) {
    const item = this.state.items.at(to);
    if (item) this.visit(item);
  }

  // With the mouse: a drag selects words; a click points at the innermost item, a second one at the next around it.
  onMouse(event) {
    if (event.button !== 0) return;
    if (this.selection.fromMouse(event.altKey)) return this.article.node.focus({ preventScroll: true });
    const items = (event.target.closest("[data-items]")?.dataset.items ?? "").split(" ").filter(Boolean);
    const sentence = event.target.closest("[data-sentence]");
    if (items.length) this.visit(items[(items.indexOf(this.current) + 1) % items.length]);
    else if (sentence) this.visit(`sentences/${sentence.dataset.sentence}`);
  }

  onCopy(event) {
    if (!this.selection.span) return;
    event.clipboardData.setData("text/plain", this.selection.words());
    event.preventDefault();
  }

  clear() {
    this.selection.set(null);
    this.article.node.focus({ preventScroll: true });
  }

  toggleGloss() {
    this.glossed = !this.glossed;
    this.node.classList.toggle("glossed", this.glossed);
    this.showBar();
    this.article.reveal(this.sentence());
  }

  // What one does

  accept() {
    const item = this.current,
      n = this.sentence(),
      row = this.row(item);
    const done = row ? row.status !== "suggested" && row.status !== "rejected" : !this.bare(n) || this.read.has(n);
    if (done) this.step(1);
    else this.decide("accept", { item }, this.neighbour(1), "accepted");
  }

  acceptSentence() {
    const n = this.sentence(),
      here = this.state.items.indexOf(this.current);
    const next = this.state.items.slice(here + 1).find((item) => (this.row(item)?.sentence ?? Number(item.split("/")[1])) !== n);
    this.decide("accept_sentence", { sentence: n }, next, null);
  }

  reject() {
    this.decide("reject", { item: this.current }, this.neighbour(1), "rejected");
  }

  // Take the other coder's version of the current row.
  async takeOther() {
    const other = this.row(this.current)?.other;
    if (!other) return this.say(this.t("refused.no_version"), true);
    if (await this.change("choose", { item: other })) this.visit(other);
  }

  // Decide on the current item and go on without waiting: it shows at once as decided, with … until it is saved.
  async decide(operation, args, next, status) {
    const item = this.current;
    if (status && !this.state.refusal && !this.talk.silent) this.pending.set(item, status);
    this.showPending();
    this.list.refresh(item);
    const change = this.change(operation, args);
    if (next) this.visit(next);
    else this.article.showCurrent(item, null);
    await change;
    this.pending.delete(item);
    this.list.refresh(item);
  }

  showPending() {
    for (const [item, status] of this.pending) {
      const [table, number] = item.split("/");
      if (this.row(item)) this.row(item).status = status;
      else if (table === "sentences" && status === "accepted") this.read.add(Number(number));
      else if (table === "sentences") this.read.delete(Number(number));
    }
  }

  // Use the selected words; a new statement or stance asks whose.
  use(name) {
    const { needs, operation } = USES[name],
      row = this.row(this.current),
      { span } = this.selection;
    if (!span) this.say(this.t("refused.no_selection"), true);
    else if (!needs) this.askWhose(name, span);
    else if (!row || isMark(row) !== (needs === "stance")) this.say(this.t(`refused.no_${needs}`), true);
    else this.change(operation, { [needs]: row.id, span });
  }

  askWhose(name, span) {
    const label = this.t(name === "new" ? "ask.source" : "ask.target");
    const field = chooser(this, {
      label,
      at: name === "new" ? span[0] : null,
      cancelled: () => this.stopAsking(),
      done: (actor) => {
        this.stopAsking();
        if (name === "new") this.change("add_statement", { span, actor });
        else this.change("add_stance", { span, actor, polarity: name === "plus" ? 1 : -1 });
      },
    });
    const words = make("div", { class: "isnad-quote isnad-selected", dir: "rtl", lang: "ar" }, this.selection.words());
    this.selected.replaceChildren(words, make("label", { class: "isnad-ask" }, label, field.node));
    this.asking = span;
    field.focus();
  }

  stopAsking() {
    this.asking = this.selectionShown = null;
    this.showSelection();
  }

  // The next form of a statement; the other sign of a stance.
  turn() {
    const row = this.row(this.current),
      { forms } = this.page;
    if (!row) return;
    if (isMark(row)) this.change("set_polarity", { stance: row.id, polarity: -row.polarity });
    else this.change("set_form", { statement: row.id, form: forms[(forms.indexOf(row.form) + 1) % forms.length] });
  }

  // Change something; afterwards look at the item that Python names. Return whether it was done.
  async change(operation, args) {
    this.saved.textContent = this.t("saving");
    const moves = this.moves,
      asked = this.selection.span;
    const answer = await this.ask(operation, args);
    if (answer === undefined) {
      this.saved.textContent = "";
      this.pending.clear();
      this.update(); // take back what was shown before it was done
      return false;
    }
    this.saved.textContent = `✓ ${this.t("saved")}`;
    if (moves !== this.moves) return true; // the reader has gone on meanwhile
    if (typeof answer === "string" && answer.includes("/")) this.visit(answer);
    else if (asked && operation !== "filter") this.selection.set(null);
    if (!document.activeElement?.isConnected || document.activeElement === document.body || !this.node.contains(document.activeElement))
      this.article.node.focus({ preventScroll: true });
    return true;
  }

  // Ask Python; the answer, or undefined where it refused (the reader is told why).
  async ask(operation, args) {
    const { value, error } = this.talk.silent ? { error: this.t("silent") } : await this.talk.ask(operation, args);
    this.catchUp();
    if (error) this.say(error, true);
    return error ? undefined : value;
  }

  say(text, warning = false) {
    this.say_.textContent = text;
    this.say_.classList.toggle("warning", warning);
  }
}

export default {
  render({ model, el }) {
    const screen = new Screen(model, el);
    const onState = () => screen.onState(),
      onPage = () => screen.build(),
      onMessage = (message) => screen.talk.onAnswer(message);
    model.on("change:state", onState);
    model.on("change:page", onPage);
    model.on("msg:custom", onMessage);
    return () => {
      screen.selection.set(null);
      model.off("change:state", onState);
      model.off("change:page", onPage);
      model.off("msg:custom", onMessage);
    };
  },
};
