// What is selected in the text of a report becomes the words of an entry that was
// missed, with the place at which they stand; fields of other kinds are put away.

const points = (text) => [...text].length;

function before(block, node, offset) {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    if (at.parentElement.closest("sup")) continue;
    if (at === node) return count + points(at.data.slice(0, offset));
    count += points(at.data);
  }
  return count;
}

function taken(range, block) {
  const part = range.cloneContents();
  for (const number of part.querySelectorAll("sup")) number.remove();
  const words = part.textContent;
  const from = range.startContainer.nodeType === Node.TEXT_NODE ? before(block, range.startContainer, range.startOffset) : 0;
  const blank = points(words) - points(words.trimStart());
  return { words: words.trim(), at: Number(block.dataset.start) + from + blank };
}

export function missed(doc) {
  const form = doc.querySelector("form[data-missed]");
  if (!form) return;
  const kind = form.elements.kind;
  const sort = () => {
    for (const field of form.querySelectorAll("[data-for]")) field.hidden = field.dataset.for !== kind.value;
  };
  kind.addEventListener("change", sort);
  sort();
  doc.addEventListener("selectionchange", () => {
    const selection = doc.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const start = range.startContainer.parentElement?.closest(".block");
    if (!start?.closest(".text") || start !== range.endContainer.parentElement?.closest(".block")) return;
    const { words, at } = taken(range, start);
    if (!words) return;
    form.elements.words.value = words;
    form.elements.at.value = at;
  });
  form.elements.words.addEventListener("input", () => { form.elements.at.value = ""; });
}
