/* What somebody types into an entry's form is kept at once in this browser, and on the server when they pause; after a
   crash or an expired session it is offered again, to the same person alone. Without this script a form is a form.
   Also here: the tab's own name (two tabs of one person are two people), and "Copy my text". */
(() => {
  "use strict";

  const PREFIX = "dateline-draft:";
  const RESUME = "dateline-resume";
  const PAUSE = 1_500;
  const AGAIN = 10_000;
  const KEPT_DAYS = 30;
  const FIELDS = ["date", "headline", "description", "status", "version", "was", "article", "start", "end", "writing"];
  const TYPED = ["date", "headline", "description", "status"];
  const { user } = document.body.dataset;
  const slot = document.getElementById("drafts");
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // --- The tab's name ----------------------------------------------------------------------------------------

  const newName = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  let tab = sessionStorage.getItem("dateline-tab");
  const newTab = () => {
    tab = newName();
    sessionStorage.setItem("dateline-tab", tab);
  };
  if (!tab) newTab();
  // A tab that was duplicated has the other's name until the other objects; and tabs answer when one asks who is there.
  const alive = new Set();
  const wire = window.BroadcastChannel && new BroadcastChannel("dateline-tabs");
  if (wire) {
    wire.onmessage = ({ data }) => {
      if (data.here) alive.add(data.here);
      else if (data.taken === tab) newTab();
      else if (data.came) wire.postMessage(data.came === tab ? { taken: tab } : { here: tab });
    };
    wire.postMessage({ came: tab });
  }
  window.dateline = { tab: () => tab };

  // --- In this browser ---------------------------------------------------------------------------------------

  const keyOf = (panel, by = tab) => `${PREFIX}${user}:${slot.dataset.url}:${panel.dataset.entry || "new"}:${by}`;

  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  const write = (key, record) => {
    try {
      localStorage.setItem(key, JSON.stringify(record));
    } catch { /* full, or not allowed: the server keeps it alone */ }
  };

  /** What this form wrote; not what an earlier one of the same entry left behind. */
  const own = (panel) => {
    const record = read(keyOf(panel));
    return record?.values.writing === one("[name=writing]", panel).value ? record : null;
  };

  /** Everything this person has in this browser; with `url`, of one timeline. */
  const mine = (url = "") => Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${user}:${url}`));

  // --- On the server -----------------------------------------------------------------------------------------

  const token = () => {
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
    return cookie || one("[name=csrfmiddlewaretoken]")?.value || "";
  };

  const post = (url, values) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(values)) body.set(name, value ?? "");
    return fetch(url, { method: "POST", body, headers: { "x-csrftoken": token() }, redirect: "manual" });
  };

  /** Hand one record over; the answer, or null where nobody answered. */
  const send = async (key) => {
    const record = read(key);
    if (!record) return null;
    const [entry, from] = key.split(":").slice(-2);
    const values = { ...record.values, entry: entry === "new" ? "" : entry, tab: from, draft: record.draft || "", user };
    const answer = await post(record.url, values).catch(() => null);
    const now = read(key);
    if (answer?.ok && now) write(key, { ...now, draft: answer.headers.get("X-Draft"), isKept: now.at === record.at });
    return answer;
  };

  const away = (pk) => post(`${slot.dataset.url}${pk}/away/`, {}).catch(() => null);

  // --- While somebody types ----------------------------------------------------------------------------------

  const asItCame = new WeakMap();
  let timer = 0;
  const sending = new Map(); // what is on its way, by the form's `writing`

  const values = (panel, names = FIELDS) => Object.fromEntries(names.map((name) => [name, one(`[name=${name}]`, panel)?.value ?? ""]));
  const typed = (panel) => JSON.stringify(values(panel, TYPED));
  /** What is saved of the entry, as its form would show it; null of a new one. */
  const saved = ({ dataset }) => (dataset.savedDate === undefined ? null
    : JSON.stringify(Object.fromEntries(TYPED.map((name) => [name, dataset[`saved${name[0].toUpperCase()}${name.slice(1)}`].replace(/\r\n?/g, "\n")]))));
  const note = (panel, words) => { const place = one("[data-note]", panel); if (place) place.textContent = words; };
  const panels = () => (slot ? all(".panel").filter((panel) => one("[name=headline]", panel)) : []);
  /** The form of an entry around an element; other panels (history, merging) hold no draft. */
  const formOf = (element) => {
    const panel = slot && element.closest?.(".panel");
    return panel && one("[name=headline]", panel) ? panel : null;
  };

  /** What the form came with, whatever was typed into it since. */
  const untouched = (panel) => JSON.stringify(Object.fromEntries(TYPED.map((name) => {
    const field = one(`[name=${name}]`, panel);
    return [name, field.options ? (field.querySelector("option[selected]") || field.options[0]).value : field.defaultValue];
  })));

  /** A form has come: remember how, so that what is put back as it was is no draft. Typing may have begun. */
  const meet = (panel) => {
    if (asItCame.has(panel)) return;
    const record = own(panel);
    const draft = one("[name=draft]", panel);
    const goesOn = record || draft.value;
    if (record?.draft && !draft.value) draft.value = record.draft;
    one("[name=tab]", panel).value = tab;
    asItCame.set(panel, goesOn ? saved(panel) ?? record?.came ?? null : untouched(panel));
  };

  const isTyped = (panel) => panel.matches("[data-conflict]") || (asItCame.has(panel) && asItCame.get(panel) !== typed(panel));

  const forget = async (panel, key = keyOf(panel)) => {
    clearTimeout(timer);
    const isOwn = Boolean(own(panel));
    const draft = (isOwn && read(key).draft) || one("[name=draft]", panel)?.value;
    if (isOwn) localStorage.removeItem(key);
    const late = await sending.get(one("[name=writing]", panel).value);
    const pk = late?.headers.get("X-Draft") || draft;
    if (own(panel)) localStorage.removeItem(key);
    if (pk) await away(pk);
  };

  const keepOnServer = async (panel) => {
    const key = keyOf(panel);
    clearTimeout(timer);
    const going = send(key);
    sending.set(one("[name=writing]", panel).value, going);
    const answer = await going;
    const record = read(key);
    if (!record) return;
    const draft = one("[name=draft]", panel);
    if (record.draft && draft) draft.value = record.draft;
    if (answer?.ok) return note(panel, await answer.text());
    if (answer?.status === 401) document.body.dispatchEvent(new CustomEvent("desk:signed-out"));
    note(panel, answer?.status === 413 ? await answer.text() : "Draft kept on this computer");
    timer = setTimeout(() => panel.isConnected && keepOnServer(panel), AGAIN);
  };

  document.addEventListener("input", (event) => {
    const panel = formOf(event.target);
    if (!panel || !TYPED.includes(event.target.name)) return;
    meet(panel);
    if (!isTyped(panel)) return forget(panel).then(() => { one("[name=draft]", panel).value = ""; note(panel, ""); });
    one(".draft-offer", panel)?.remove(); // going on with that one would now take this text away
    const key = keyOf(panel);
    const draft = own(panel)?.draft || one("[name=draft]", panel).value;
    // What an earlier form left and nobody went on with is kept beside this one.
    const left = own(panel) ? null : read(key);
    if (left && !left.isKept && left.draft !== draft) write(keyOf(panel, newName()), left);
    write(key, { url: slot.dataset.url, values: values(panel), at: Date.now(), draft, isKept: false, came: asItCame.get(panel) });
    clearTimeout(timer);
    timer = setTimeout(() => keepOnServer(panel), PAUSE);
  });

  addEventListener("online", () => { for (const panel of panels()) if (own(panel)?.isKept === false) keepOnServer(panel); });

  // --- Saved, cancelled, refused -----------------------------------------------------------------------------

  document.addEventListener("submit", (event) => {
    const panel = formOf(event.target);
    if (!panel) return;
    clearTimeout(timer);
    // A form without htmx leads to another page: whether it was saved is seen there.
    if (!panel.hasAttribute("data-hx-post")) {
      const record = own(panel);
      if (record) write(keyOf(panel), { ...record, isSaving: true });
    }
  });

  /** Whether nothing in the form is worth keeping: all as it was, or only the date another, and that one no date at all. */
  const isNothing = async (panel) => {
    const was = JSON.parse(asItCame.get(panel) ?? "null");
    const now = values(panel, TYPED);
    const other = was ? TYPED.filter((name) => was[name] !== now[name]) : TYPED;
    if (!other.length) return true;
    if (other.join() !== "date") return false;
    const asked = new URL(one("[name=date]", panel).getAttribute("data-hx-get"), location.href);
    asked.searchParams.set("date", now.date);
    const answer = await fetch(asked, { headers: { "hx-request": "true" }, redirect: "manual" }).catch(() => null);
    return Boolean(answer?.ok) && (await answer.text()).includes("echo--refused");
  };

  /** The form is closed without saving: what somebody wrote is kept and offered, what came to nothing is not. */
  const leave = async (panel) => {
    clearTimeout(timer);
    meet(panel);
    if (await isNothing(panel)) await forget(panel);
    else if (own(panel)) await keepOnServer(panel);
    await offer();
  };

  document.addEventListener("click", (event) => {
    const cancel = event.target.closest(".panel [data-cancel]");
    const panel = cancel && formOf(cancel);
    if (!panel) return;
    if (cancel.matches("[data-drop]")) forget(panel);
    else if (own(panel) || one("[name=draft]", panel)?.value) leave(panel);
  }, { capture: true });

  document.body.addEventListener("htmx:afterRequest", (event) => {
    const { xhr, requestConfig } = event.detail;
    // The form itself: once it is swapped away, the event comes from what it stood in.
    const panel = formOf(requestConfig.elt);
    if (!panel || requestConfig.verb !== "post") return;
    const isSaved = xhr.status === 200 && (xhr.getResponseHeader("HX-Trigger-After-Settle") || "").includes("desk:answer");
    if (isSaved) forget(panel);
    else if (xhr.status >= 500 || xhr.status === 0 || xhr.status === 403) {
      const why = xhr.status === 0 ? "The server cannot be reached." : "The server could not do that.";
      // After the desk's own words about failures.
      setTimeout(() => window.desk?.trouble(`${why} Nothing was saved. Your text stays in the form; try again.`));
      if (own(panel)) keepOnServer(panel);
    }
  });

  const remember = () => {
    const panel = panels().find(own) || one(".panel[data-conflict]");
    if (panel) sessionStorage.setItem(RESUME, JSON.stringify({ user, url: slot.dataset.url, entry: panel.dataset.entry || "" }));
  };

  // A request without a session leads to the sign-in page, and from there back to the form.
  document.body.addEventListener("htmx:beforeOnLoad", (event) => {
    if (slot && event.detail.xhr.getResponseHeader("HX-Redirect")) remember();
    // While Dateline is tried out (DEBUG), django-htmx puts an error page over this one: never over an open form.
    if (event.detail.xhr.status >= 400 && panels().length) event.stopPropagation();
  });
  document.addEventListener("click", (event) => { if (slot && event.target.closest("#signed-out a")) remember(); });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const text = Object.values(values(button.closest(".panel"), TYPED.slice(0, 3))).filter(Boolean).join("\n\n");
    const isCopied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    button.textContent = isCopied ? "Copied" : "Not copied: select the text and copy it";
  });

  // --- Offered again -----------------------------------------------------------------------------------------

  let offers = [];

  /** The newest draft of each entry stands at it: in its form, or below its row's words; all others above the list. */
  const place = () => {
    for (const old of all(".draft-offer")) old.remove();
    for (const made of offers) {
      const { entry, draft } = made.dataset;
      const row = entry ? document.getElementById(`e-${entry}`) : one("#new-panel");
      if (one(".draft-offer", row?.matches(".entry, .panel") ? row : slot)) continue;
      const copy = document.importNode(made, true);
      if (row?.matches(".panel")) {
        const open = one("[name=draft]", row); // none where its history is shown, or what it is to be merged with
        if (!open || row.matches("[data-conflict]") || open.value === draft || isTyped(row)) continue;
        one(".panel__head", row).after(copy);
      } else if (row?.matches(".entry")) one(".entry__actions", row).after(copy);
      else slot.append(copy);
      const words = copy.parentElement !== slot && one("[data-this]", copy);
      if (words) words.textContent = "this";
      const link = one("[data-go-on]", copy);
      if (one("#list") && (row || !entry)) {
        const where = new URL(one("#undo form")?.getAttribute("data-hx-post") || "", location.href).search.replace("?", "&");
        link.setAttribute("data-hx-get", link.getAttribute("href") + where);
        link.setAttribute("data-hx-target", row ? `#${row.id}` : "#new-entry");
        link.setAttribute("data-hx-swap", row ? "outerHTML" : "innerHTML");
        window.htmx.process(link);
      }
    }
  };

  const seat = () => {
    if (!slot) return;
    if (window.desk?.steady) window.desk.steady(place);
    else place();
  };

  /** Tabs of this browser that left something and are not there any more: what they left is nobody's work now. */
  const dead = () => mine(slot.dataset.url).map((key) => key.split(":").at(-1)).filter((each) => each !== tab && !alive.has(each));

  const offer = async () => {
    const answer = await fetch(`${slot.dataset.url}?tab=${tab}&dead=${wire ? dead().join(",") : ""}`, { cache: "no-store", redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    offers = answer.status === 204 ? [] : all(".draft-offer", new DOMParser().parseFromString(await answer.text(), "text/html"));
    seat();
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-away]");
    if (!button) return;
    const { draft, entry, tab: from } = button.closest(".draft-offer").dataset;
    const row = button.closest(".entry, .panel");
    localStorage.removeItem(`${PREFIX}${user}:${slot.dataset.url}:${entry || "new"}:${from}`);
    await away(draft);
    offers = offers.filter((each) => each.dataset.draft !== draft);
    seat();
    row?.focus({ preventScroll: true });
  });

  // With the swap itself: a key pressed before it has settled finds a form that is known.
  document.body.addEventListener("htmx:afterSwap", () => { for (const panel of panels()) meet(panel); });

  document.body.addEventListener("htmx:afterSettle", (event) => {
    const asked = event.detail.requestConfig?.elt;
    if (asked?.matches("[data-go-on]")) {
      const panel = one(".panel");
      const { draft } = asked.closest(".draft-offer")?.dataset ?? {};
      offers = offers.filter((each) => each.dataset.draft !== draft);
      window.desk?.showPanel(panel);
    }
    seat();
  });
  document.body.addEventListener("desk:changed", seat);

  // --- The page has come, or goes ----------------------------------------------------------------------------

  const begin = async () => {
    for (const key of mine()) {
      const record = read(key);
      if (!record || Date.now() - record.at > KEPT_DAYS * 86_400_000) localStorage.removeItem(key);
    }
    if (!slot) return;
    const open = panels().map(keyOf);
    for (const panel of panels()) meet(panel);
    for (const key of mine(slot.dataset.url)) {
      const record = read(key);
      if (record?.isSaving && !open.includes(key)) localStorage.removeItem(key);
      else if (record && !record.isKept) await send(key);
      // What the server has and nobody types any more needs no second copy here.
      if (read(key)?.isKept && key.endsWith(tab) && !open.includes(key)) localStorage.removeItem(key);
    }
    await new Promise((done) => { setTimeout(done, 150); }); // for the other tabs to answer
    await offer();
    const resume = JSON.parse(sessionStorage.getItem(RESUME) || "null");
    sessionStorage.removeItem(RESUME);
    if (resume?.user !== user || resume.url !== slot.dataset.url) return;
    one(`.draft-offer[data-entry="${resume.entry}"] [data-go-on]`)?.click();
  };

  // Whoever sits down here next finds nothing of it.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!/\/logout\/$/.test(form.getAttribute("action") || "") || form.dataset.clean) return;
    if (!mine().length) return;
    event.preventDefault();
    for (const key of mine()) {
      const answer = read(key)?.isKept ? { ok: true } : await send(key);
      if (answer?.ok) localStorage.removeItem(key);
    }
    form.dataset.clean = "yes";
    setTimeout(() => form.requestSubmit());
  });

  if (user) begin();
})();
