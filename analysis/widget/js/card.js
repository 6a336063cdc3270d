// What is known of the item one looks at, and the buttons that change it.

function card(screen) {
  const row = screen.row(screen.current);
  if (!row) return sentenceCard(screen, screen.sentence());
  return isMark(row) ? stanceCard(screen, row) : statementCard(screen, row);
}

function statementCard(screen, row) {
  const { t } = screen,
    actor = screen.state.actors[row.source];
  const source = chooser(screen, {
    label: t("source"),
    value: actor.name,
    at: row.content[0][0],
    done: (id) => screen.change("set_source", { statement: row.id, actor: id }),
  });
  screen.sourceField = source;
  const stances = screen.state.stances.filter((stance) => stance.statement === row.id && stance.status !== "rejected");
  return [
    heading(screen, row, t("statement")),
    line(screen, "source", "S", [
      make("i", { class: "isnad-dot", style: `background:${actor.colour}` }),
      source.node,
      actor.party ? make("small", { dir: "auto" }, actor.party) : null,
    ]),
    line(
      screen,
      "cue",
      "Q",
      quoted(screen, row.cue, () => screen.change("set_cue", { statement: row.id })),
    ),
    line(
      screen,
      "words",
      "T",
      quoted(screen, row.words, () => screen.change("set_source_text", { statement: row.id })),
    ),
    line(
      screen,
      "content",
      "C",
      make("div", { class: "isnad-quote", dir: "rtl", lang: "ar" }, row.content.map((span) => screen.page.text.slice(...span)).join(" … ")),
    ),
    line(
      screen,
      "form",
      "F",
      choice(screen, "form", screen.page.forms, row.form, (form) => screen.change("set_form", { statement: row.id, form })),
    ),
    line(
      screen,
      "endorsement",
      null,
      menu(screen, "endorsement", screen.page.endorsements, row.endorsement, (endorsement) =>
        screen.change("set_endorsement", { statement: row.id, endorsement }),
      ),
    ),
    stances.length
      ? line(
          screen,
          "stances",
          null,
          make(
            "div",
            {},
            stances.map((stance) =>
              link(screen, stance.item, `${stance.polarity > 0 ? "+" : "−"} ${screen.state.parties[stance.target] ?? stance.target}`),
            ),
          ),
        )
      : null,
    otherVersion(screen, row),
    verdict(screen, row),
  ];
}

function stanceCard(screen, row) {
  const { t } = screen;
  const target = chooser(screen, {
    label: t("target"),
    value: screen.state.parties[row.target] ?? row.target,
    done: (id) => screen.change("set_target", { stance: row.id, actor: id }),
  });
  screen.sourceField = target;
  const inside = screen.row(`statements/${row.statement}`);
  return [
    heading(screen, row, t("stance")),
    line(screen, "whose", null, [
      make("i", { class: "isnad-dot", style: `background:${screen.state.actors[row.source].colour}` }),
      inside ? link(screen, inside.item, screen.state.actors[row.source].name) : make("span", { dir: "auto" }, screen.state.actors[row.source].name),
    ]),
    line(
      screen,
      "sign",
      "F",
      choice(screen, "sign", ["plus", "minus"], row.polarity > 0 ? "plus" : "minus", (sign) =>
        screen.change("set_polarity", { stance: row.id, polarity: sign === "plus" ? 1 : -1 }),
      ),
    ),
    line(screen, "target", "S", target.node),
    line(screen, "evidence", "E", quoted(screen, row.span, null)),
    line(
      screen,
      "kind",
      null,
      menu(screen, "kind", screen.page.kinds, row.kind, (kind) => screen.change("set_kind", { stance: row.id, kind })),
    ),
    otherVersion(screen, row),
    verdict(screen, row),
  ];
}

function sentenceCard(screen, n) {
  const { t } = screen,
    item = `sentences/${n}`,
    bare = screen.bare(n),
    read = screen.read.has(n);
  const rows = [...screen.state.statements, ...screen.state.stances].filter((row) => row.sentence === n && row.status !== "rejected");
  return [
    make("header", {}, make("h3", {}, fill(t("sentence"), { n: n + 1 }))),
    bare ? make("p", {}, t(read ? "narration.read" : "narration")) : null,
    bare && !read ? make("p", { class: "isnad-hint" }, t("narration.hint")) : null,
    ...rows.map((row) => link(screen, row.item)),
    bare
      ? make(
          "div",
          { class: "isnad-buttons" },
          read ? button(screen, "did.unread", "Del", () => screen.reject()) : button(screen, "read", "Enter", () => screen.accept(), "primary"),
        )
      : null,
  ];
}

// What the other coder has in this row's place, and the button that takes it.
function otherVersion(screen, row) {
  const other = row.other && screen.row(row.other);
  if (!other) return null;
  const { t, page } = screen,
    name = (kind, value) => t(`${kind}.${value}`);
  const facts = isMark(other) ? [name("sign", other.polarity > 0 ? "plus" : "minus"), name("kind", other.kind)] : [name("form", other.form)];
  const words = isMark(other) ? other.span : other.content[0];
  return make(
    "div",
    { class: "isnad-other" },
    make("strong", {}, fill(t("other"), { coder: other.from })),
    make("div", { dir: "auto" }, [screen.parts(other.item)[0], ...facts].join(" · ")),
    make(
      "div",
      { class: "isnad-quote", dir: "rtl", lang: "ar" },
      (other.cue ? `[${page.text.slice(...other.cue)}] ` : "") + page.text.slice(...words),
    ),
    button(screen, "other.take", "O", () => screen.takeOther()),
  );
}

function heading(screen, row, name) {
  const origin = row.from
    ? make("small", {}, fill(screen.t("from"), { coder: row.from }))
    : row.rule
      ? make("small", {}, fill(screen.t("suggested"), { rule: row.rule, percent: Math.round(100 * row.certainty) }))
      : null;
  return make("header", {}, make("h3", {}, name), make("span", { class: `isnad-status ${row.status}` }, screen.t(`status.${row.status}`)), origin);
}

function line(screen, key, shortcut, content) {
  return make(
    "div",
    { class: `isnad-line ${key}` },
    make("span", { class: "isnad-name" }, screen.t(key), shortcut ? make("kbd", {}, shortcut) : null),
    make("div", { class: "isnad-value" }, content),
  );
}

function quoted(screen, span, remove) {
  if (!span) return make("span", { class: "isnad-none" }, screen.t("none"));
  const words = make("span", { class: "isnad-quote", dir: "rtl", lang: "ar" }, screen.page.text.slice(...span));
  return [
    words,
    remove ? make("button", { class: "isnad-remove", "aria-label": screen.t("remove"), title: screen.t("remove"), onclick: remove }, "×") : null,
  ];
}

// A few possibilities, of which one holds.
function choice(screen, name, values, chosen, done) {
  const group = freshId(name);
  return make(
    "fieldset",
    { class: "isnad-choice", "aria-label": screen.t(name) },
    values.map((value) =>
      make(
        "label",
        { class: value },
        make("input", { type: "radio", name: group, value, checked: value === chosen, onchange: () => done(value) }),
        make("span", {}, screen.t(`${name}.${value}`)),
      ),
    ),
  );
}

function menu(screen, name, values, chosen, done) {
  const node = make(
    "select",
    { "aria-label": screen.t(name) },
    values.map((value) => make("option", { value, selected: value === chosen }, screen.t(`${name}.${value}`))),
  );
  if (!values.includes(chosen)) node.selectedIndex = -1;
  node.addEventListener("change", () => done(node.value));
  return node;
}

function link(screen, item, name = null) {
  return make("button", { class: "isnad-link", onclick: () => screen.visit(item) }, brief(screen, item, name));
}

// Who and what beside the words, each in its own direction.
function brief(screen, item, name = null) {
  const [who, words] = screen.parts(item);
  return [make("span", { dir: "auto", class: "isnad-who" }, name ?? who), make("span", { dir: "rtl", lang: "ar", class: "isnad-brief" }, words)];
}

function button(screen, key, shortcut, action, kind = null) {
  return make("button", { class: kind, onclick: action }, screen.t(key), make("kbd", {}, shortcut));
}

function verdict(screen, row) {
  const accept = row.status === "rejected" ? "restore" : "accept";
  const done = row.status === "accepted" || row.status === "made" || row.status === "edited";
  return make(
    "div",
    { class: "isnad-buttons" },
    done ? null : button(screen, accept, "Enter", () => screen.accept(), "primary"),
    row.status === "rejected" ? null : button(screen, row.status === "made" ? "delete" : "reject", "Del", () => screen.reject()),
  );
}

// What can be done with the selected words.
function selectionBar(screen) {
  const words = screen.selection.words();
  if (words === null) return [make("p", { class: "isnad-hint" }, screen.t("selected.none"))];
  const row = screen.row(screen.current);
  const uses = ["new", "plus", "minus", ...(row ? (isMark(row) ? ["evidence"] : ["cue", "content", "more", "words"]) : [])];
  return [
    make("div", { class: "isnad-quote isnad-selected", dir: "rtl", lang: "ar" }, words),
    make(
      "div",
      { class: "isnad-buttons" },
      uses.map((use) => button(screen, `use.${use}`, USES[use].key, () => screen.use(use), use === "new" ? "primary" : use)),
    ),
  ];
}
