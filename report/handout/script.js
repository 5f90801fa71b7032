
"use strict";
// What the page can do: choose answers by key, show what an answer needs, count,
// save the answers as a text file and read one back. It sends nothing anywhere.
// The text it saves is what "hygeia import" reads.

const byId = id => document.getElementById(id);
const cards = Array.from(document.querySelectorAll(".card"));
const about = document.body.dataset;
const keepName = "hygeia-" + about.packet;
let unsaved = false;

// Characters that cannot be seen would make the file unreadable.
const plain = text => text.replace(/\r\n/g, "\n").replace(/[\u000b-\u000d\u0085\u2028\u2029]/g, "\n").replace(/\t/g, " ")
  .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "").trim();

const say = text => { byId("status").textContent = text; };
const radios = card => Array.from(card.querySelectorAll("input[type=radio]"));
const chosen = card => radios(card).find(r => r.checked);
const answer = card => chosen(card) ? chosen(card).value : "";

// The field of a part that goes with the answer: there are two for the reason.
const part = (card, name) => Array.from(card.querySelectorAll("[data-part=" + name + "]"))
  .find(f => !f.closest(".more") || f.closest(".more").dataset.for === answer(card));

const typed = (card, name) => {
  const field = part(card, name);
  return field ? plain(field.value) : "";
};

// What one card says, in the words of the file; nothing for an untouched card.
const read = card => {
  const said = {};
  const put = (key, value) => { if (value) { said[key] = value; } };
  put("answer", answer(card));
  for (const name of ["reaches", "reason", "approver", "review", "note"]) {
    put(name, typed(card, name));
  }
  const proof = {};
  if (typed(card, "what") || typed(card, "date")) {
    proof.kind = typed(card, "kind");
    if (typed(card, "what")) { proof.what = typed(card, "what"); }
    if (typed(card, "date")) { proof.date = typed(card, "date"); }
    said.proof = [proof];
  }
  return said;
};

// What is missing from a card, in words.
const missing = (card, said) => {
  if (!said.answer) { return "an answer"; }
  if (said.answer === "does-not-apply" && !said.reason) { return "the reason"; }
  if (said.answer === "other-way") {
    if (!said.reaches) { return "how far it reaches"; }
    if (!said.reason) { return "what you do instead"; }
    if (!said.approver) { return "who approved it"; }
    if (!said.review) { return "the day it is looked at again"; }
  }
  return "";
};

const today = () => {
  const now = new Date(), two = n => String(n).padStart(2, "0");
  return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
};

// Everything that was answered, as the text of the file.
const collect = () => {
  const file = {
    schema: "hygeia/packet/v1", packet: about.packet, organization: about.organization, quarter: about.quarter,
    by: plain(byId("by").value), on: today(), answers: {}, unfinished: {}, check: {},
  };
  if (!file.by) { delete file.by; }
  for (const card of cards) {
    const said = read(card), key = card.dataset.key;
    file.check[key] = card.dataset.check;
    if (Object.keys(said).length > 0) {
      (missing(card, said) ? file.unfinished : file.answers)[key] = said;
    }
  }
  return JSON.stringify(file, null, 1) + "\n";
};

// Fill the page from a file that it saved.
const fill = text => {
  let file;
  try {
    file = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  } catch (_) {
    return "This file was not saved by this page.";
  }
  if (file.packet !== about.packet) {
    return "This file belongs to other questions, not to this page.";
  }
  byId("by").value = file.by || "";
  for (const card of cards) {
    const key = card.dataset.key;
    const said = (file.answers || {})[key] || (file.unfinished || {})[key] || {};
    for (const r of radios(card)) { r.checked = r.value === said.answer; }
    for (const name of ["reaches", "reason", "approver", "review", "note"]) {
      if (part(card, name)) { part(card, name).value = said[name] || ""; }
    }
    const proof = (said.proof || [{}])[0];
    part(card, "what").value = proof.what || "";
    part(card, "date").value = proof.date || "";
    part(card, "kind").value = proof.kind || "paper";
    card.querySelector(".beside").open = Boolean(said.note || said.proof);
    show(card);
  }
  count();
  return "Your answers are back. Go on where you stopped.";
};

// Show what goes with the chosen answer, and whether there is one.
const show = card => {
  for (const more of card.querySelectorAll(".more")) {
    more.hidden = more.dataset.for !== answer(card);
  }
  card.classList.toggle("done", answer(card) !== "" && !missing(card, read(card)));
  card.querySelector(".clear").hidden = answer(card) === "";
};

const count = () => {
  const done = cards.filter(card => answer(card) !== "").length;
  byId("bar").value = done;
  byId("progress").textContent = done + " of " + cards.length + " answered";
  if (!byId("copying").hidden) { byId("text").value = collect(); }
  keep();
};

const keep = () => {
  try {
    if (byId("keep").checked) {
      localStorage.setItem(keepName, collect());
    } else {
      localStorage.removeItem(keepName);
    }
  } catch (_) {
    byId("keep").checked = false;
    say("This browser keeps nothing. Save your answers as a file instead.");
  }
};

const changed = card => {
  unsaved = true;
  if (card) { show(card); }
  count();
};

// What is left to do, said when the answers are saved.
const left = () => {
  const parts = [];
  if (!plain(byId("by").value)) { parts.push("Your name is missing."); }
  const open = cards.filter(card => answer(card) === "").length;
  if (open > 0) { parts.push(open + " of " + cards.length + " without an answer."); }
  const needing = cards.filter(card => answer(card) !== "" && missing(card, read(card)));
  for (const card of needing.slice(0, 3)) {
    parts.push("Question " + (cards.indexOf(card) + 1) + " still needs " + missing(card, read(card)) + ".");
  }
  if (needing.length > 3) { parts.push("So do " + (needing.length - 3) + " more."); }
  return parts.join(" ");
};

const fileName = () => {
  const who = plain(byId("by").value).toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return ["answers", about.quarter, who || about.packet].join("-") + ".txt";
};

byId("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([collect()], { type: "text/plain" }));
  link.download = fileName();
  link.click();
  unsaved = false;
  say("Saved as " + link.download + ", most likely in Downloads. Send that file back. " + left());
});

byId("show").addEventListener("click", () => {
  const box = byId("copying");
  box.hidden = !box.hidden;
  byId("show").setAttribute("aria-expanded", String(!box.hidden));
  if (!box.hidden) {
    byId("text").value = collect();
    byId("text").focus();
    byId("text").select();
  }
});

byId("copy").addEventListener("click", () => {
  const done = () => { unsaved = false; say("Copied. Paste it into a message. " + left()); };
  byId("text").select();
  if (navigator.clipboard) {
    navigator.clipboard.writeText(byId("text").value).then(done, () => say("Press Ctrl and C to copy the marked text."));
  } else if (document.execCommand("copy")) {
    done();
  } else {
    say("Press Ctrl and C to copy the marked text.");
  }
});

byId("open").addEventListener("change", () => {
  const file = byId("open").files[0];
  if (file) { file.text().then(text => { say(fill(text)); }); }
});

byId("by").addEventListener("input", () => changed());
byId("keep").addEventListener("change", keep);
byId("form").addEventListener("submit", event => event.preventDefault());

for (const card of cards) {
  card.addEventListener("input", () => changed(card));
  card.querySelector(".clear").addEventListener("click", () => {
    for (const r of radios(card)) { r.checked = false; }
    changed(card);
    card.querySelector("h3").focus();
  });
}

// A key chooses in the card that has the focus. It never chooses in another one,
// in a text, or while it is held down.
document.addEventListener("keydown", event => {
  const at = event.target;
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || at.matches("textarea, select, input:not([type=radio])")) { return; }
  if (!/^[0-6t]$/.test(event.key)) { return; }
  const card = at.closest(".card");
  if (!card) {
    const first = cards.find(c => answer(c) === "") || cards[0];
    first.querySelector("h3").focus();
    say("Question " + (cards.indexOf(first) + 1) + " is in front now. Press the key again to answer it.");
    return;
  }
  const choice = card.querySelector("input[data-digit=\"" + event.key + "\"]");
  if (!choice) { return; }
  event.preventDefault();
  choice.checked = true;
  changed(card);
  say("Question " + (cards.indexOf(card) + 1) + ": " + choice.closest("label").querySelector("b").textContent);
  const more = Array.from(card.querySelectorAll(".more")).find(m => !m.hidden);
  const next = cards[cards.indexOf(card) + 1];
  if (more) {
    more.querySelector("select, textarea").focus();
  } else if (next) {
    next.querySelector("h3").focus();
    next.scrollIntoView({ block: "start" });
  } else {
    byId("save").focus();
  }
});

window.addEventListener("beforeunload", event => {
  if (unsaved && !byId("keep").checked) { event.preventDefault(); }
});

// On paper there is room for a note under every question.
window.addEventListener("beforeprint", () => {
  for (const d of document.querySelectorAll(".beside")) { d.dataset.was = String(d.open); d.open = true; }
});
window.addEventListener("afterprint", () => {
  for (const d of document.querySelectorAll(".beside")) { d.open = d.dataset.was === "true"; }
});

try {
  const kept = localStorage.getItem(keepName);
  if (kept) {
    byId("keep").checked = true;
    say(fill(kept));
  }
} catch (_) {
  // A browser that keeps nothing has nothing to bring back.
}
