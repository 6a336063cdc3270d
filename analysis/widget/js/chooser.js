// Choose an actor by typing a few letters, or describe a new one.

// Return a field; done(actor id) is called with the choice. `at` is a place whose likeliest source is offered first.
function chooser(screen, { label, value = "", at = null, done, cancelled = () => {} }) {
  const listId = freshId("names");
  const input = make("input", {
    type: "text",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": listId,
    "aria-autocomplete": "list",
    "aria-label": label,
    placeholder: screen.t("choose"),
    dir: "auto",
    autocomplete: "off",
    spellcheck: "false",
  });
  const list = make("ul", { id: listId, role: "listbox", class: "isnad-names", "aria-label": label, hidden: true });
  const node = make("div", { class: "isnad-chooser" }, input, list);
  let options = [],
    active = 0,
    asked = 0;
  input.value = value;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const cancel = () => {
    close();
    input.value = value;
    node.replaceChildren(input, list);
    cancelled();
    screen.article.node.focus({ preventScroll: true });
  };
  const choose = (option) => {
    close();
    if (option.id) done(option.id);
    else node.replaceChildren(newActor(screen, option.typed, done, cancel));
  };
  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    if (list.children[active]) {
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    }
  };
  const open = async () => {
    const number = (asked += 1),
      typed = input.value === value ? "" : input.value.trim();
    const found = await screen.ask("choices", { query: typed, at });
    if (number !== asked || !found || document.activeElement !== input) return;
    options = typed ? [...found, { typed }] : found;
    active = 0;
    list.replaceChildren(...options.map((option, i) => optionNode(screen, option, () => choose(option), freshId("name"), i)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    screen.say(found.length ? fill(screen.t("choose.count"), { n: found.length }) : screen.t("choose.none"));
    mark();
  };

  input.addEventListener("focus", () => {
    input.select();
    open();
  });
  input.addEventListener("input", open);
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!options.length) return;
      active = (active + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length;
      mark();
    } else if (event.key === "Enter" && !list.hidden && options[active]) choose(options[active]);
    else if (event.key === "Escape") cancel();
    else return;
    event.preventDefault();
  });
  return { node, focus: () => input.focus() };
}

function optionNode(screen, option, choose, id) {
  const content = option.id
    ? [
        make("i", { class: "isnad-dot", style: option.colour ? `background:${option.colour}` : null }),
        make("span", { dir: "auto" }, option.name),
        make("small", { dir: "auto" }, option.party),
      ]
    : [make("span", {}, fill(screen.t("choose.new"), { name: option.typed }))];
  const node = make("li", { id, role: "option", "aria-selected": "false" }, content);
  node.addEventListener("mousedown", (event) => {
    event.preventDefault();
    choose();
  });
  return node;
}

// A small form for an actor that nobody knows yet.
function newActor(screen, name, done, cancel) {
  const parties = freshId("parties");
  const field = (key, value, extra = {}) =>
    make("label", {}, screen.t(key), make("input", { type: "text", name: key, value, dir: "auto", ...extra }));
  const form = make(
    "form",
    { class: "isnad-new" },
    field("new.name", name),
    field("new.name_en", "", { dir: "ltr" }),
    field("new.party", "", { list: parties }),
    field("new.aliases", ""),
    make(
      "datalist",
      { id: parties },
      Object.values(screen.state.parties).map((party) => make("option", { value: party })),
    ),
    make(
      "div",
      { class: "isnad-buttons" },
      make("button", { type: "submit", class: "primary" }, screen.t("new.add")),
      make("button", { type: "button", onclick: cancel }, screen.t("cancel")),
    ),
  );
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") cancel();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const value = (key) => form.elements[key].value.trim();
    const id = await screen.ask("add_actor", {
      name: value("new.name"),
      party: value("new.party"),
      aliases: value("new.aliases").split(/[,،;؛]/),
      name_en: value("new.name_en"),
    });
    if (id) done(id);
  });
  setTimeout(() => form.elements["new.party"].focus());
  return form;
}
