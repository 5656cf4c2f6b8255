// Keys: / searches, g and a letter goes to a page, j and k walk the rows of a list,
// Enter or o opens the evidence of the row.

const typing = (target) => target.closest("input, select, textarea, [contenteditable]");

function walk(doc, step) {
  const rows = [...doc.querySelectorAll("[data-entry]")];
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.classList.contains("now"));
  rows[at]?.classList.remove("now");
  const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  next.classList.add("now");
  next.scrollIntoView({ block: "nearest" });
  next.querySelector("[data-evidence]")?.focus({ preventScroll: true });
}

export function keys(doc) {
  let going = false;
  doc.addEventListener("keydown", (event) => {
    if (doc.querySelector("dialog[open]")) return; // it has the keyboard
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (going) {
      going = false;
      doc.querySelector(`[data-go="${CSS.escape(event.key)}"]`)?.click();
      return;
    }
    switch (event.key) {
      case "/":
        event.preventDefault();
        doc.querySelector("main [type=search], #find")?.focus();
        break;
      case "g":
        going = true;
        setTimeout(() => { going = false; }, 1500);
        break;
      case "j":
        walk(doc, 1);
        break;
      case "k":
        walk(doc, -1);
        break;
      case "o":
        doc.querySelector("[data-entry].now [data-evidence]")?.click();
        break;
    }
  });
}
