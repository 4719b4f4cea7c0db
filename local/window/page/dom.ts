type Child = Node | string | false | undefined;
type Listener = (event: never) => void;
type Attributes = Readonly<Record<string, string | boolean | Listener | undefined>>;

/**
 * Makes an element. Functions become listeners of the event they are named after ("click"), true a bare attribute;
 * false and undefined are left out. Text is always text, never HTML.
 */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value as (event: Event) => void);
    else if (value === true) element.setAttribute(key, "");
    else if (typeof value === "string") element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

/** One option a person picks in a labelled drop-down. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A labelled drop-down. */
export function picker(label: string, options: readonly Option[], chosen: string, pick: (value: string) => void) {
  const select = h(
    "select",
    { change: () => pick(select.value) },
    ...options.map(({ value, label: words }) => h("option", { value, selected: value === chosen }, words)),
  );
  return h("label", { class: "picker" }, h("span", {}, label), select);
}
