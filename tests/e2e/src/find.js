// What a person finds on the page: by role and accessible name. `arguments[0]` is a list of steps, each
// { role, name }; every step looks inside what the one before found. Gives the elements of the last step.
const ROLES = {
  button: "button, input[type=button], input[type=submit], [role=button], summary",
  link: "a[href]:not([role=button]), [role=link]",
  field: "input:not([type=button]):not([type=submit]):not([type=radio]):not([type=checkbox]):not([type=hidden]), textarea, select, [role=textbox], [contenteditable=true]",
  radio: "input[type=radio], [role=radio]",
  checkbox: "input[type=checkbox], [role=checkbox]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  group: "fieldset, [role=group], [role=radiogroup]",
  region: "[role=region], section, aside, nav, [role=navigation], form[aria-label], form[aria-labelledby]",
  dialog: "dialog, [role=dialog], [role=alertdialog]",
  table: "table, [role=table]",
  row: "tr, [role=row]",
  cell: "td, th, [role=cell]",
  listitem: "li, [role=listitem]",
  alert: "[role=alert]",
  status: "[role=status], [aria-live=polite]",
  image: "img, svg[role=img], [role=img]",
};
const NAMED_BY_CONTENT = new Set(["button", "link", "heading", "row", "cell", "listitem", "alert", "status"]);

const tidy = (text) => text.replace(/\s+/g, " ").trim();

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.getAttribute("aria-hidden") === "true" || node.hidden) return "";
  const style = getComputedStyle(node);
  if (style.display === "none" || style.visibility === "hidden") return "";
  if (node.hasAttribute("aria-label")) return ` ${node.getAttribute("aria-label")} `;
  if (node.tagName === "IMG") return ` ${node.alt} `;
  const inner = [...node.childNodes].map(textOf).join("");
  return style.display.startsWith("inline") && style.display !== "inline-block" ? inner : ` ${inner} `;
}

function nameOf(element, role) {
  const by = element.getAttribute("aria-labelledby");
  if (by) {
    const parts = by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    if (parts.length) return tidy(parts.map(textOf).join(" "));
  }
  if (element.getAttribute("aria-label")) return tidy(element.getAttribute("aria-label"));
  if (element.labels?.length) return tidy([...element.labels].map(textOf).join(" "));
  if (element.tagName === "FIELDSET") {
    const legend = element.querySelector(":scope > legend");
    if (legend) return tidy(textOf(legend));
  }
  if (element.tagName === "TABLE" && element.caption) return tidy(textOf(element.caption));
  if (element.tagName === "INPUT" && /^(button|submit)$/.test(element.type)) return tidy(element.value);
  if (element.tagName === "IMG") return tidy(element.alt);
  if (NAMED_BY_CONTENT.has(role)) return tidy([...element.childNodes].map(textOf).join(""));
  return tidy(element.title ?? "");
}

const isThere = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert], [aria-hidden=true]");

function candidates(within, role) {
  return [...within.querySelectorAll(ROLES[role])].filter(isThere);
}
