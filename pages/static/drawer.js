// Evidence beside the list: a link to an entry opens its page in a drawer, which Escape
// closes. With a key or the middle button held, and wherever this fails, the link leads
// to the page itself. Words of a report open theirs as well; they are no links, because
// words of a link cannot be selected with the mouse.

const labels = { close: "Close", whole: "Open as a page" };

function made(doc) {
  const drawer = doc.createElement("dialog");
  drawer.className = "drawer";
  drawer.setAttribute("aria-label", "Evidence");
  const head = doc.createElement("p");
  head.className = "drawer-head";
  const whole = doc.createElement("a");
  whole.textContent = labels.whole;
  const close = doc.createElement("button");
  close.type = "button";
  close.textContent = labels.close;
  close.addEventListener("click", () => drawer.close());
  head.append(whole, close);
  const body = doc.createElement("div");
  body.tabIndex = -1;
  drawer.append(head, body);
  drawer.addEventListener("click", (event) => { if (event.target === drawer) drawer.close(); });
  doc.body.append(drawer);
  return { drawer, whole, body };
}

async function fetched(address) {
  const answer = await fetch(address, { headers: { "Rapporteur-Part": "main" } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html").body;
}

export function drawer(doc) {
  let parts = null;
  let latest = 0;
  doc.addEventListener("click", async (event) => {
    const link = event.target.closest?.("[data-evidence]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const address = link.href ?? link.dataset.evidence;
    if (!link.href && !doc.getSelection().isCollapsed) return; // they were selected
    event.preventDefault();
    const turn = ++latest;
    try {
      const page = await fetched(address);
      if (turn !== latest) return; // another was opened meanwhile
      parts ??= made(doc);
      parts.whole.href = address;
      parts.body.replaceChildren(...page.childNodes);
      if (!parts.drawer.open) parts.drawer.showModal();
      parts.drawer.scrollTop = 0;
      parts.body.focus();
    } catch {
      doc.location.assign(address);
    }
  });
}
