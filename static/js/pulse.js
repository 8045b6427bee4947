/* People at one timeline see each other, and each other's changes, without losing what they type.
   Every three seconds a tab says where it is and hears what is new; what changed is fetched and put around the form
   that is open. Without this script the page still shows everything when it is loaded again. */
(() => {
  "use strict";
  const { desk } = window;
  const slot = document.getElementById("pulse");
  if (!slot || !desk) return;
  const { one, all } = desk;

  const EVERY = 3_000;
  const SOON = 1_000;
  const SLOW = 10_000;
  const IDLE = 5 * 60_000;
  let revision = one("#people").dataset.revision;
  let state = "";
  let last = -Infinity;
  let busy = false;
  let over = false;
  let failures = 0;
  let owed = false;
  let answers = 0;
  let told = "";
  let sent = "";
  let active = performance.now();
  let faces = null;

  /** The form of an entry; other panels (its history, merging) hold nothing that is typed. */
  const panel = () => all(".panel").find((each) => one("[name=headline]", each)) || null;
  const isSignedOut = () => !one("#signed-out").hidden;

  const where = () => {
    const open = panel();
    const entry = open ? open.dataset.entry : desk.current()?.dataset.entry;
    const hidden = (name) => (open && one(`[name=${name}]`, open)?.value) || "";
    return { entry: entry || "", editing: open ? 1 : 0, version: hidden("version"), was: hidden("was") };
  };

  // --- Who is here -------------------------------------------------------------------------------------------

  /** Beside each entry who is at it, as the last pulse said; rows that were swapped in since have lost it. */
  const seat = () => {
    for (const old of all(".entry__people")) old.remove();
    for (const there of faces ? all("[data-at]", faces) : []) {
      const entry = desk.entryOf(there.dataset.at);
      if (entry && !entry.matches("[data-conflict]")) one(".entry__what, .panel__head", entry)?.append(there.cloneNode(true));
    }
  };

  /** In the open form: that somebody saved its entry, or removed it. */
  const tell = () => {
    const open = panel();
    const isAsked = open && (open.dataset.entry || "") === JSON.parse(sent || "{}").entry;
    const news = isAsked && faces ? one("[data-news]", faces) : null;
    const shown = open && one(".panel__news", open);
    if (!open || open.matches("[data-conflict]") || shown?.dataset.news === news?.dataset.news) return;
    shown?.remove();
    if (!news) return;
    const notice = news.cloneNode(true);
    one(".panel__head", open)?.after(notice);
    desk.say(one("p", notice).textContent);
    window.htmx.process(notice);
  };

  // --- What changed ------------------------------------------------------------------------------------------

  const pane = () => (desk.phone.matches ? document.scrollingElement : one("#scroll"));

  /** Something on the screen that is to stay where it is. */
  const anchor = () => {
    const frame = pane().getBoundingClientRect();
    const seen = (element) => {
      const box = element?.getBoundingClientRect();
      return box && box.bottom > Math.max(frame.top, 0) && box.top < Math.min(frame.bottom, innerHeight) ? element : null;
    };
    const chosen = seen(panel()) || seen(desk.current()) || desk.entries().find(seen);
    return chosen && { id: chosen.id, top: chosen.getBoundingClientRect().top };
  };

  /** Does `what` without letting the screen jump. */
  const steady = (desk.steady = (what) => {
    const kept = anchor();
    const done = what();
    const now = kept && document.getElementById(kept.id);
    if (now) pane().scrollBy({ top: now.getBoundingClientRect().top - kept.top, behavior: "instant" });
    return done;
  });

  const place = (id, fresh, pins) => {
    const live = document.getElementById(id);
    const made = fresh.getElementById(id);
    if (!live || !made || desk.same(live, made)) return [];
    if (!pins.some((pin) => live.contains(pin))) {
      const copy = document.importNode(made, true);
      live.replaceWith(copy);
      return [copy];
    }
    return desk.mend(live, made, pins);
  };

  /** The control of a row as it can be found in another copy of that row. */
  const control = (element) => {
    const row = element?.closest(".entry");
    if (!row) return null;
    const name = element.dataset.act ? `[data-act="${element.dataset.act}"]`
      : element.form ? `form[action="${element.form.getAttribute("action")}"] ${element.localName}` : "";
    return () => {
      const now = document.getElementById(row.id);
      (now && ((name && one(name, now)) || now))?.focus({ preventScroll: true });
    };
  };

  /** What a row says, whichever article stands beside it: that changes its addresses alone. */
  const saying = (row) => `${one("[name=version]", row)?.value} ${one(".entry__talk", row)?.textContent.trim()}`;

  const take = (fresh) => {
    const before = new Map(all("#list .entry").map((row) => [row.id, saying(row)]));
    const id = desk.current()?.dataset.entry;
    const focused = document.activeElement;
    const refocus = control(focused);
    const selection = getSelection();
    const text = one("#source-text");
    const words = text && !selection.isCollapsed ? [...text.children].filter((block) => selection.containsNode(block, true)) : [];
    const used = [...all(".panel"), ...all("details.menu[open]").filter((menu) => !menu.closest(".entry"))];
    const list = fresh.getElementById("list");
    if (!list) return [];
    const ticked = all(".entry__select:checked").map((box) => box.closest(".entry").id);
    const come = desk.mend(one("#list"), list, used);
    const rows = come.filter((node) => node.matches(".entry") && before.get(node.id) !== saying(node));
    if (focused?.closest("#tabs, #overview, #source-head, #undo")) used.push(focused);
    for (const part of ["tabs", "overview", "source-head", "undo"]) come.push(...place(part, fresh, used));
    const source = fresh.getElementById("source-text");
    if (text && source && text.dataset.article === source.dataset.article) {
      come.push(...desk.mend(text, source, words));
      come.push(...place("rail", fresh, []));
    }
    for (const node of come) window.htmx.process(node);
    for (const box of all(".entry__select")) if (ticked.includes(box.closest(".entry").id)) box.checked = true;
    if (all(".entry__select:checked").length !== ticked.length) one(".entry__select")?.dispatchEvent(new Event("change", { bubbles: true }));
    const current = id && desk.entryOf(id);
    if (current?.matches(".entry")) {
      for (const other of all(".entry--current")) other.classList.remove("entry--current");
      current.classList.add("entry--current");
      current.setAttribute("aria-current", "true");
    }
    for (const mark of all(".mark")) mark.toggleAttribute("aria-current", false);
    for (const mark of all(`.mark[data-entry="${id}"]`)) mark.setAttribute("aria-current", "true");
    if (focused && !focused.isConnected) refocus?.();
    desk.drawRail();
    seat();
    return rows;
  };

  const say = (rows, who) => {
    if (!rows.length || !who) return;
    const date = one(".entry__date", rows[0])?.textContent.trim();
    desk.say(`${who} changed ${rows.length === 1 ? date : `${rows.length} entries`}.`);
  };

  const isInTheMiddle = () => Boolean(one(".htmx-request:not(#reading, #refresh, #overview, .panel input)") || one(".entry--moving, .sortable-chosen"));

  const refresh = async (wanted, who) => {
    owed = true;
    if (isInTheMiddle()) return;
    const before = answers;
    const address = () => desk.addressed(one("#refresh").getAttribute("data-hx-get"));
    const from = address();
    const asked = await fetch(from, { headers: { accept: "text/html" } });
    if (!asked.ok || asked.redirected) return;
    const fresh = new DOMParser().parseFromString(await asked.text(), "text/html");
    if (before !== answers || from !== address() || isInTheMiddle() || !fresh.getElementById("people")) return;
    owed = false;
    revision = fresh.getElementById("people").dataset.revision;
    say(steady(() => take(fresh)), who);
    document.body.dispatchEvent(new CustomEvent("desk:changed", { detail: { revision } }));
  };

  // --- The pulse itself --------------------------------------------------------------------------------------

  /** A session that came back (signed in again in another tab) has another token for what is posted. */
  const renewToken = () => {
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
    if (!token) return;
    document.body.setAttribute("data-hx-headers", JSON.stringify({ "x-csrftoken": token }));
    for (const input of all("[name=csrfmiddlewaretoken]")) input.value = token;
  };

  const signedOut = (words = "You are signed out.") => {
    const notice = one("#signed-out");
    const address = new URL(location.href);
    const open = panel();
    if (open?.dataset.entry) address.searchParams.set("entry", open.dataset.entry);
    one("a", notice).href = `${slot.dataset.signIn}?next=${encodeURIComponent(address.pathname + address.search)}`;
    one("[data-words]", notice).textContent = open ? `${words} Your text is kept.` : words;
    if (notice.hidden) desk.say(one("[data-words]", notice).textContent);
    notice.hidden = false;
  };

  const hear = async (answer) => {
    if (answer.status === 401) return signedOut();
    if (answer.status === 404) {
      over = true;
      return desk.trouble("This timeline is not here any more, or not for you. What you have typed is still on this page.");
    }
    if (!answer.ok) throw new Error(`pulse: ${answer.status}`);
    if (answer.status === 204) return owed && refresh(revision, told);
    const heard = new DOMParser().parseFromString(await answer.text(), "text/html");
    const people = heard.getElementById("people");
    if (people.dataset.user !== document.body.dataset.user) {
      over = true;
      return signedOut("Somebody else has signed in here.");
    }
    if (isSignedOut()) {
      renewToken();
      one("#signed-out").hidden = true;
    }
    state = answer.headers.get("X-Desk-State");
    faces = heard;
    const copy = document.importNode(people, true);
    one("#people").replaceWith(copy);
    steady(seat);
    tell();
    told = people.dataset.changedBy || "";
    if (people.dataset.revision !== revision || owed) await refresh(people.dataset.revision, told);
  };

  const beat = async () => {
    const now = where();
    const query = new URLSearchParams({ tab: window.dateline.tab(), revision, state: isSignedOut() ? "" : state, ...now });
    busy = true;
    last = performance.now();
    sent = JSON.stringify(now);
    try {
      await hear(await fetch(`${slot.dataset.pulse}?${query}`, { redirect: "manual", cache: "no-store" }));
      if (failures > 1) desk.trouble("");
      failures = 0;
    } catch {
      failures += 1;
      if (failures === 2) desk.trouble("The server cannot be reached. What you type is kept on this computer; nothing else is saved until it answers again.");
    } finally {
      busy = false;
    }
  };

  const tick = () => {
    if (document.hidden || busy || over) return;
    const passed = performance.now() - last;
    const slow = isSignedOut() || failures > 1 || performance.now() - active > IDLE;
    if (passed >= (slow ? SLOW : EVERY) || (passed >= SOON && !slow && JSON.stringify(where()) !== sent)) beat();
  };

  for (const type of ["pointerdown", "keydown"]) {
    addEventListener(type, () => { active = performance.now(); }, { capture: true, passive: true });
  }
  document.addEventListener("visibilitychange", tick);
  document.body.addEventListener("desk:signed-out", () => signedOut());

  addEventListener("pagehide", () => {
    const gone = new FormData();
    gone.set("tab", window.dateline.tab());
    gone.set("csrfmiddlewaretoken", one("[name=csrfmiddlewaretoken]")?.value || "");
    navigator.sendBeacon(slot.dataset.leave, gone);
  });
  addEventListener("pageshow", (event) => { if (event.persisted) last = -Infinity; });

  // One's own change is on the page already: only what others did besides has to be fetched.
  document.body.addEventListener("htmx:afterSettle", (event) => {
    answers += 1;
    const now = one("#undo")?.dataset.revision;
    if (now && (Number(now) === Number(revision) + 1 || event.detail.requestConfig?.elt.id === "refresh")) revision = now;
    seat();
    tell();
  });

  setInterval(tick, 500);
  tick();
})();
