// The selected words: by mouse, snapped to whole words (exact with Alt), or by keyboard word by word.

const HIGHLIGHT = "isnad-selection";

class Selection {
  constructor(screen) {
    this.screen = screen;
    this.span = null;
    this.anchor = this.focus = null; // numbers of words, while the keyboard selects
    this.shown = null;
  }

  // Where word i starts and ends.
  word(i) {
    const { words } = this.screen.page;
    return [words[2 * i], words[2 * i + 1]];
  }

  count() {
    return this.screen.page.words.length / 2;
  }

  // The number of the word at a place, or of the next one.
  wordAt(place) {
    const i = lastNotAfter(this.count(), place, (n) => this.word(n)[0]);
    return i >= 0 && this.word(i)[1] > place ? i : Math.min(i + 1, this.count() - 1);
  }

  // Whole words for a span; null where it touches none.
  snapped(start, end) {
    const first = this.wordAt(start),
      last = lastNotAfter(this.count(), end - 1, (n) => this.word(n)[0]);
    return last >= first && this.word(first)[0] < end ? [this.word(first)[0], this.word(last)[1]] : null;
  }

  // Take over what was selected with the mouse. What was dragged out of the article ends with the sentence it began in.
  fromMouse(exact) {
    const native = document.getSelection(),
      { article } = this.screen,
      box = article.node;
    if (!native.rangeCount || native.isCollapsed || !box.contains(native.anchorNode)) return false;
    const range = native.getRangeAt(0),
      begun = article.rows[article.sentenceAt(article.place(native.anchorNode, native.anchorOffset))];
    const place = (node, offset, outside) => (box.contains(node) ? article.place(node, offset) : outside);
    const start = place(range.startContainer, range.startOffset, begun.start),
      end = place(range.endContainer, range.endOffset, begun.end);
    native.removeAllRanges();
    this.set(exact ? [start, end] : this.snapped(start, end));
    this.anchor = this.focus = null;
    return this.span !== null;
  }

  // Move by words; with extend, from the word where the selection began.
  move(step, extend) {
    if (this.focus === null) {
      const [start, end] = this.span ?? [null, null];
      this.anchor = start === null ? null : this.wordAt(start);
      this.focus = start === null ? this.wordAt(this.screen.startOf(this.screen.current)) - Math.max(step, 0) : this.wordAt(end - 1);
    }
    this.focus = Math.min(Math.max(this.focus + step, 0), this.count() - 1);
    if (!extend || this.anchor === null) this.anchor = this.focus;
    this.setWords();
  }

  // Extend to the first or last word of the sentence.
  toEdge(last) {
    if (this.span === null) this.move(1, false);
    const row = this.screen.article.rows[this.screen.article.sentenceAt(this.span[0])];
    this.anchor ??= this.wordAt(this.span[0]);
    this.focus = last ? this.wordAt(row.end - 1) : this.wordAt(row.start);
    this.setWords();
  }

  setWords() {
    this.set([this.word(Math.min(this.anchor, this.focus))[0], this.word(Math.max(this.anchor, this.focus))[1]]);
    this.screen.article.reveal(this.screen.article.sentenceAt(this.word(this.focus)[0]));
  }

  set(span) {
    this.screen.moves += 1;
    this.span = span;
    if (!span) this.anchor = this.focus = null;
    this.show();
    this.screen.showSelection();
  }

  words() {
    return this.span ? this.screen.page.text.slice(...this.span) : null;
  }

  // Draw it; again after sentences were drawn anew. Browsers without highlights show their own selection.
  show() {
    const range = this.span ? this.screen.article.range(...this.span) : null;
    if (!window.CSS?.highlights) {
      document.getSelection().removeAllRanges();
      if (range) document.getSelection().addRange(range);
      return;
    }
    const highlight = CSS.highlights.get(HIGHLIGHT) ?? new Highlight();
    CSS.highlights.set(HIGHLIGHT, highlight);
    if (this.shown) highlight.delete(this.shown);
    this.shown = range;
    if (range) highlight.add(range);
  }
}
