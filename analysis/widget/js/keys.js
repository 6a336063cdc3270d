// The keys. Letters are taken by their place too, so that they work while an Arabic keyboard is set.

const USES = {
  new: { key: "N", needs: null },
  plus: { key: "+", needs: null },
  minus: { key: "−", needs: null },
  cue: { key: "Q", needs: "statement", operation: "set_cue" },
  content: { key: "C", needs: "statement", operation: "set_content" },
  more: { key: "⇧C", needs: "statement", operation: "add_content" },
  words: { key: "T", needs: "statement", operation: "set_source_text" },
  evidence: { key: "E", needs: "stance", operation: "set_evidence" },
};

const HELP = [
  ["↓ ↑", "help.move"],
  ["Home End", "help.first"],
  ["Enter", "accept"],
  ["Shift Enter", "accept_sentence"],
  ["Del", "reject"],
  ["O", "help.other"],
  ["← →", "help.word"],
  ["Shift ← →", "help.extend"],
  ["Alt", "help.exact"],
  ["Esc", "help.clear"],
  ["N", "use.new"],
  ["+", "use.plus"],
  ["−", "use.minus"],
  ["Q", "use.cue"],
  ["C", "use.content"],
  ["Shift C", "use.more"],
  ["T", "use.words"],
  ["E", "use.evidence"],
  ["S", "source"],
  ["F", "form"],
  ["G", "gloss"],
  ["K", "codebook"],
  ["Ctrl Z", "action.undo"],
  ["Ctrl Shift Z", "action.redo"],
  ["?", "keys"],
];

// The letter of a key, whatever script the keyboard is set to.
function letter(event) {
  if (/^[a-z]$/i.test(event.key)) return event.key.toUpperCase();
  return event.code.startsWith("Key") ? event.code.slice(3) : null;
}

// What a key does, or null.
function keyAction(screen, event) {
  const command = event.ctrlKey || event.metaKey,
    { shiftKey: shift } = event;
  if (command) {
    if (letter(event) === "Z") return () => screen.change(shift ? "redo" : "undo", {});
    return letter(event) === "Y" ? () => screen.change("redo", {}) : null;
  }
  if (event.altKey) return null;
  const named = {
    ArrowDown: () => screen.step(1),
    ArrowUp: () => screen.step(-1),
    ArrowLeft: () => screen.selection.move(1, shift),
    ArrowRight: () => screen.selection.move(-1, shift),
    Home: () => (shift ? screen.selection.toEdge(false) : screen.jump(0)),
    End: () => (shift ? screen.selection.toEdge(true) : screen.jump(-1)),
    Enter: () => (shift ? screen.acceptSentence() : screen.accept()),
    Delete: () => screen.reject(),
    Backspace: () => screen.reject(),
    Escape: () => screen.clear(),
    "+": () => screen.use("plus"),
    "=": () => screen.use("plus"),
    "-": () => screen.use("minus"),
    "−": () => screen.use("minus"),
    "?": () => showHelp(screen),
    "؟": () => showHelp(screen),
  };
  const letters = {
    N: () => screen.use("new"),
    Q: () => screen.use("cue"),
    C: () => screen.use(shift ? "more" : "content"),
    T: () => screen.use("words"),
    E: () => screen.use("evidence"),
    O: () => screen.takeOther(),
    S: () => screen.sourceField?.focus(),
    F: () => screen.turn(),
    G: () => screen.toggleGloss(),
    K: () => showCodebook(screen),
  };
  return named[event.key] ?? letters[letter(event)] ?? null;
}

function onKey(screen, event) {
  const inField = event.target.closest("input, select, textarea, form");
  const pressesButton = event.target.closest("button") && (event.key === "Enter" || event.key === " ");
  if (inField || pressesButton) return;
  const action = keyAction(screen, event);
  if (!action) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

function showHelp(screen) {
  const rows = HELP.map(([keys, name]) => {
    const pressed = keys.split(" ").map((key) => make("kbd", {}, key));
    return make("div", {}, make("dt", {}, pressed), make("dd", {}, screen.t(name)));
  });
  openDialog(screen, "keys", [make("h3", {}, screen.t("keys")), make("dl", {}, rows)]);
}
