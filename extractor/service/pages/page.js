"use strict";

// What the pages can do beyond plain HTML: files dropped on the page, folders, progress. Text is never read as markup.

const byId = (id) => document.getElementById(id);
const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

function startPage(form) {
  const dropped = [];
  const withPath = (file) => [file, file.webkitRelativePath || file.name];
  const chosen = () => [...[...byId("files").files, ...byId("folder").files].map(withPath), ...dropped];
  byId("folder-row").hidden = byId("drop-hint").hidden = false;

  function showChosen() {
    const list = byId("chosen");
    const names = chosen().map(([, path]) => path);
    list.replaceChildren(...names.slice(0, 100).map((name) => {
      const item = document.createElement("li");
      item.textContent = name;
      return item;
    }));
    if (names.length > 100) list.append(`… and ${names.length - 100} more`);
    list.hidden = !names.length;
  }

  async function filesOf(entry, path) {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      return [[file, path + entry.name]];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) break;
      found.push(...some);
    }
    found.sort((one, other) => (one.name < other.name ? -1 : 1));
    return (await Promise.all(found.map((inner) => filesOf(inner, `${path}${entry.name}/`)))).flat();
  }

  async function drop(event) {
    event.preventDefault();
    document.body.classList.remove("dropping");
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    const entries = items.map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    if (entries.length && entries.every(Boolean)) {
      for (const entry of entries) dropped.push(...await filesOf(entry, ""));
    } else {
      dropped.push(...[...event.dataTransfer.files].map(withPath));
    }
    showChosen();
  }

  function send(event) {
    event.preventDefault();
    const body = new FormData();
    body.append("text", byId("text").value);
    body.append("published", byId("published").value);
    for (const [file, path] of chosen()) body.append("files", file, path);
    const request = new XMLHttpRequest();
    const say = (words) => { byId("state").textContent = words; };
    const over = (words) => {
      say(words);
      byId("submit").disabled = false;
      byId("sending").hidden = true;
    };
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = (sent) => { byId("sending").value = sent.total ? sent.loaded / sent.total : 0; };
    request.onload = () => {
      const answer = request.response || {};
      if (request.status === 201) location.assign(answer.address);
      else over(answer.detail || `It was refused (${request.status}).`);
    };
    request.onerror = () => over("The service does not answer. Is it still running?");
    byId("submit").disabled = true;
    byId("sending").hidden = false;
    say("Sending …");
    request.send(body);
  }

  form.addEventListener("submit", send);
  form.addEventListener("change", showChosen);
  addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  addEventListener("drop", drop);
}

async function progressPage(section) {
  while (section.dataset.done !== "yes") {
    await new Promise((resolve) => setTimeout(resolve, 500));
    let status;
    try {
      const answer = await fetch(section.dataset.address, { headers: { Accept: "application/json" } });
      if (!answer.ok) break;
      status = await answer.json();
    } catch {
      continue; // the service may come back
    }
    const leftOut = status.left_out ? `; ${status.left_out} left out` : "";
    byId("counts").textContent = `${plural(status.articles, "article")}, ${plural(status.claims, "claim")}${leftOut}`;
    if (status.done) location.reload();
    if (status.done) return;
  }
}

if (byId("form")) startPage(byId("form"));
if (byId("submission")) progressPage(byId("submission"));
