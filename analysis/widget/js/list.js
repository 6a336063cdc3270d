// The list of what to review, in the order of the filter.

class ItemList {
  constructor(screen) {
    this.screen = screen;
    this.node = make("ul", { class: "isnad-list", role: "listbox", tabindex: "0", "aria-label": screen.t("list") });
    this.node.addEventListener("click", (event) => {
      const option = event.target.closest("[data-item]");
      if (option) screen.visit(option.dataset.item);
    });
    this.options = new Map();
  }

  show() {
    const { state } = this.screen;
    const options = new Map(state.items.map((item) => [item, this.option(item)]));
    const nodes = [...options.values()].map((option) => option.node);
    if (nodes.length !== this.node.children.length || nodes.some((node, i) => node !== this.node.children[i])) this.node.replaceChildren(...nodes);
    if (!nodes.length) {
      const started = state.filter !== "all";
      this.node.replaceChildren(make("li", { class: "isnad-hint", role: "presentation" }, this.screen.t(started ? "list.empty" : "list.none_coded")));
    }
    this.options = options;
    this.mark();
  }

  // Show one option anew.
  refresh(item) {
    const old = this.options.get(item);
    if (!old) return;
    const option = this.option(item);
    if (old === option) return;
    old.node.replaceWith(option.node);
    this.options.set(item, option);
    this.mark();
  }

  // An option is kept as long as it says the same.
  option(item) {
    const row = this.screen.row(item),
      { state } = this.screen;
    const status = row ? row.status : this.screen.read.has(Number(item.split("/")[1])) ? "accepted" : "suggested";
    const colour = row ? state.actors[row.source].colour : state.actors.narrator.colour;
    const text = this.screen.brief(item);
    const pending = this.screen.pending.has(item);
    const signature = JSON.stringify([status, colour, text, pending]);
    const known = this.options.get(item);
    if (known?.signature === signature) return known;
    const sign = pending ? "…" : { suggested: "○", accepted: "✓", edited: "✓", made: "+", rejected: "×" }[status];
    const node = make(
      "li",
      { id: freshId("item"), role: "option", "data-item": item, class: status, "aria-selected": "false" },
      make("span", { class: "isnad-mark", "aria-hidden": "true" }, sign),
      make("span", { class: "isnad-hidden" }, this.screen.t(`status.${status}`)),
      make("i", { class: "isnad-dot", style: `background:${colour}` }),
      brief(this.screen, item),
    );
    return { node, signature };
  }

  mark() {
    const here = this.options.get(this.screen.current)?.node;
    this.node.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    if (!here) return this.node.removeAttribute("aria-activedescendant");
    here.setAttribute("aria-selected", "true");
    this.node.setAttribute("aria-activedescendant", here.id);
    const top = here.offsetTop;
    if (top < this.node.scrollTop || top + here.offsetHeight > this.node.scrollTop + this.node.clientHeight)
      this.node.scrollTop = top - this.node.clientHeight / 3;
  }
}
