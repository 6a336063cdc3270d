// What stands above the article: progress and tools, warnings, and what the colours and marks mean.

function barNodes(screen) {
  const { state, page, t } = screen,
    [done, all] = state.progress;
  const progress = fill(t("progress"), { done, all });
  const filter = menu(screen, "filter", page.filters, state.filter, (name) => screen.change("filter", { name }));
  const other = page.language === "ar" ? "en" : "ar";
  return [
    make("strong", { dir: "auto" }, page.title),
    make(
      "span",
      { class: "isnad-coder" },
      fill(t("title"), { coder: page.coder }),
      page.blind ? ` · ${t("blind")}` : "",
      page.sides.length ? ` · ${fill(t("adjudicates"), { coders: page.sides.join(" · ") })}` : "",
    ),
    make(
      "div",
      { class: "isnad-progress", role: "progressbar", "aria-valuemin": 0, "aria-valuemax": all, "aria-valuenow": done, "aria-label": progress },
      make("div", { style: `width:${all ? (100 * done) / all : 0}%` }),
      make("span", {}, progress),
    ),
    screen.saved,
    make(
      "span",
      { class: "isnad-tools" },
      make("label", {}, t("filter"), " ", filter),
      stepButton(screen, "undo", "↶"),
      stepButton(screen, "redo", "↷"),
      Object.keys(page.glosses).length
        ? make("button", { "aria-pressed": String(screen.glossed), onclick: () => screen.toggleGloss() }, t("gloss"))
        : null,
      make("button", { lang: other, onclick: () => screen.ask("language", { name: other }) }, t("language")),
      make("button", { onclick: () => showCodebook(screen) }, t("codebook"), make("kbd", {}, "K")),
      make("button", { onclick: () => showHelp(screen) }, t("keys"), make("kbd", {}, "?")),
    ),
  ];
}

// Undo or redo; the label says what.
function stepButton(screen, action, sign) {
  const { state, t } = screen;
  const label = state[action] ? `${t(`action.${action}`)}: ${t(`did.${state[action]}`)}` : t(`action.${action}`);
  return make(
    "button",
    { class: "isnad-icon", disabled: !state[action], "aria-label": label, title: label, onclick: () => screen.change(action, {}) },
    sign,
  );
}

// Why nothing can be changed now, and what can be done about it; nothing where all is well.
function bannerNodes(screen) {
  const {
    t,
    state: { refusal },
  } = screen;
  if (screen.talk.silent) return [make("p", {}, t("silent"))];
  if (!refusal) return [];
  const said = make("p", {}, refusal.text);
  if (refusal.key !== "refused.stale") return [said, make("button", { onclick: () => screen.change("take_over", {}) }, t("take_over"))];
  const { placed, lost } = refusal;
  return [
    said,
    make("p", {}, fill(t("reanchor.placed"), { n: placed })),
    ...(lost.length
      ? [
          make("p", {}, fill(t("reanchor.lost"), { n: lost.length })),
          make(
            "ul",
            {},
            lost.map((words) => make("li", { dir: "rtl", lang: "ar" }, words)),
          ),
        ]
      : []),
    make("button", { onclick: () => screen.change("reanchor", {}) }, t("reanchor")),
  ];
}

// The colours of the sources and what the marks mean.
function sourceNodes(screen) {
  const { state, t } = screen;
  const spoken = [...new Set(state.statements.filter((row) => row.status !== "rejected").map((row) => row.source))];
  const chips = spoken.map((source) =>
    make("span", { class: "isnad-chip", style: `background:${state.actors[source].colour}` }, state.actors[source].name),
  );
  const marks = ["cue", "words", "plus", "minus", "nested"].map((name) => make("span", { class: `isnad-legend ${name}` }, t(`legend.${name}`)));
  return [...chips, make("span", { class: "isnad-chip isnad-narrator" }, t("narrator")), make("span", { class: "isnad-marks" }, marks)];
}
