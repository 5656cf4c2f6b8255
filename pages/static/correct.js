// One key each for what can be said of an entry: a letter presses its button or goes to
// its field, and once more to the next field of that letter; Enter keeps a choice, and a
// digit takes what stands beside the field under it, as long as nothing was typed there.

const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");

function shown(element) {
  const hidden = element.closest("details:not([open])");
  if (hidden) hidden.open = true;
  return element;
}

function press(scope, key) {
  const all = [...scope.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  if (!all.length) return false;
  const first = shown(all[0]);
  if (first.matches("button, a")) {
    first.click();
    return true;
  }
  const at = all.indexOf(scope.ownerDocument.activeElement);
  const next = shown(all[(at + 1) % all.length]);
  next.focus();
  next.select?.();
  return true;
}

function pick(field, key) {
  if (!/^[1-9]$/.test(key) || field.value !== field.defaultValue) return false;
  const chosen = field.closest(".mended")?.querySelector(`[data-pick="${key}"]`);
  chosen?.click();
  return Boolean(chosen);
}

export function correct(doc) {
  let going = false; // g goes elsewhere with the next letter
  doc.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target;
    if (event.key === "Enter" && field.matches?.(".mend select")) {
      event.preventDefault();
      field.form.requestSubmit(field.form.querySelector(".first"));
      return;
    }
    if (field.matches?.(".mended input") && pick(field, event.key)) {
      event.preventDefault();
      return;
    }
    if (event.key === "Escape" && typing(field)) field.blur();
    if (typing(field)) return;
    if (going || event.key === "g") {
      going = !going && event.key === "g";
      return;
    }
    const scope = doc.querySelector("dialog[open]") ?? doc.querySelector("main");
    if (scope && press(scope, event.key)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
}
