// The player of an episode's page, and the subscribe box of a show's page. Both work without it, plainly.
"use strict";

(() => {
  const player = document.querySelector(".player");
  if (player) listen(player);
  document.querySelectorAll(".subscribe").forEach(subscribe);

  function listen(player) {
    const audio = player.querySelector("audio");
    const controls = player.querySelector(".controls");
    const slider = controls.querySelector("input");
    const find = (name) => controls.querySelector(`[data-do="${name}"]`);
    const now = controls.querySelector(".now");
    const chapters = [...document.querySelectorAll(".chapters a[data-t]")];
    const starts = chapters.map((link) => Number(link.dataset.t));
    const sentences = [...document.querySelectorAll(".text span[data-t]")];
    const times = sentences.map((sentence) => Number(sentence.dataset.t));
    const place = `podcaster:${document.querySelector("main").dataset.guid}`;
    const listed = Number(slider.max); // the length in whole seconds; the file says it exactly
    let heard = null; // the sentence that is marked
    let wanted = null; // where to begin, until the file's length is known
    let dragging = false;

    audio.controls = false;
    controls.hidden = false;
    document.documentElement.classList.add("listening");
    const speed = memory("podcaster:speed");
    if (speed && [...find("speed").options].some((option) => option.value === speed)) {
      find("speed").value = speed;
      audio.defaultPlaybackRate = audio.playbackRate = Number(speed);
    }

    // What the buttons do

    const actions = {
      play: () => (audio.paused ? start() : audio.pause()),
      back: () => go(position() - 15),
      on: () => go(position() + 30),
      previous: () => go(starts.findLast((start) => start < position() - 3) ?? 0),
      next: () => go(starts.find((start) => start > position() + 0.2) ?? length()),
      follow: () => follow(!following()),
      link: copyLink,
    };
    controls.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-do]");
      if (button) actions[button.dataset.do]();
    });
    find("speed").addEventListener("change", (event) => {
      audio.defaultPlaybackRate = audio.playbackRate = Number(event.target.value);
      memory("podcaster:speed", event.target.value);
    });
    slider.addEventListener("input", () => {
      dragging = true;
      show(Number(slider.value));
    });
    slider.addEventListener("change", () => {
      dragging = false;
      go(Number(slider.value));
    });
    slider.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5 }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      go(position() + step);
    });
    document.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target.closest("a, button, input, select, textarea, summary")) return;
      const action = { " ": actions.play, ArrowLeft: actions.back, ArrowRight: actions.on }[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });

    // A chapter's link plays it; a click on a sentence does, for the mouse (the keyboard has the links)

    document.addEventListener("click", (event) => {
      const target = event.target.closest("a[data-t], .text span[data-t]");
      if (!target || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (target.tagName === "SPAN" && String(getSelection())) return; // somebody marks text
      event.preventDefault();
      const time = Number(target.dataset.t);
      if (target.tagName === "A") history.replaceState(null, "", `#t=${target.dataset.t}`);
      follow(true);
      go(time);
      start();
    });

    // What the sound does

    audio.addEventListener("loadedmetadata", () => {
      if (Number.isFinite(audio.duration)) {
        slider.max = Math.round(length());
        controls.querySelector(".all").textContent = clock(length());
      }
      if (wanted !== null) go(wanted);
      ticks();
    });
    audio.addEventListener("play", playing);
    audio.addEventListener("pause", playing);
    audio.addEventListener("ended", () => memory(place, ""));
    audio.addEventListener("seeking", () => show(audio.currentTime));
    audio.addEventListener("timeupdate", () => {
      if (wanted === null && !dragging) show(audio.currentTime);
    });
    audio.addEventListener("error", () => say("Die Tondatei lässt sich nicht abspielen."));
    setInterval(() => {
      if (!audio.paused) memory(place, String(Math.round(audio.currentTime)));
    }, 5000);

    function length() {
      return Number.isFinite(audio.duration) ? audio.duration : listed;
    }

    function position() {
      return wanted === null ? audio.currentTime : Math.min(wanted, length());
    }

    function start() {
      audio.play().catch((error) => {
        if (error.name !== "AbortError") say("Der Browser spielt erst, wenn Sie auf Abspielen drücken.");
      });
    }

    function go(time) {
      const target = Math.min(Math.max(0, time), Math.max(0, length() - 0.1));
      if (audio.readyState >= HTMLMediaElement.HAVE_METADATA) {
        wanted = null;
        audio.currentTime = target;
      } else {
        wanted = Math.max(0, time); // how far the end is, the file will say
      }
      show(target);
    }

    function playing() {
      controls.classList.toggle("playing", !audio.paused);
      const label = audio.paused ? "Abspielen" : "Anhalten";
      find("play").setAttribute("aria-label", label);
      find("play").title = label;
      if (!audio.paused) say("");
      if ("mediaSession" in navigator) navigator.mediaSession.playbackState = audio.paused ? "paused" : "playing";
    }

    function show(time) {
      if (!dragging) slider.value = Math.round(time);
      slider.setAttribute("aria-valuetext", `${clock(time)} von ${clock(length())}`);
      slider.parentElement.style.setProperty("--done", `${length() ? (100 * time) / length() : 0}%`);
      now.textContent = clock(time);
      const chapter = starts.findLastIndex((start) => start <= time + 0.05);
      chapters.forEach((link, index) => {
        if (index === chapter) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
      mark(sentences[latest(times, time + 0.05)] ?? null, time);
    }

    function mark(sentence, time) {
      if (sentence && time > Number(sentence.dataset.e) + 1.5) sentence = null;
      if (sentence === heard) return;
      heard?.classList.remove("heard");
      heard = sentence;
      if (!heard) return;
      heard.classList.add("heard");
      if (following() && !audio.paused) bring(heard);
    }

    // Reading along: the marked sentence stays in view, unless the reader has scrolled elsewhere

    function following() {
      return find("follow").getAttribute("aria-pressed") === "true";
    }

    function follow(on) {
      find("follow").setAttribute("aria-pressed", String(on));
      if (on && heard) bring(heard);
    }

    function bring(sentence) {
      const box = sentence.getBoundingClientRect();
      const top = player.getBoundingClientRect().bottom + 16;
      if (box.top >= top && box.bottom <= innerHeight - 48) return;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const bar = player.offsetHeight + 16; // once it has scrolled to the window's top
      const middle = bar + (innerHeight - bar) / 3;
      scrollBy({ top: box.top - middle, behavior: calm ? "auto" : "smooth" });
    }

    for (const kind of ["wheel", "touchmove"]) {
      addEventListener(kind, readElsewhere, { passive: true });
    }
    addEventListener("keydown", (event) => {
      const scrolls = ["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown"].includes(event.key);
      if (scrolls && !event.target.closest("input, select, textarea")) readElsewhere();
    });

    function readElsewhere() {
      if (!audio.paused) follow(false);
    }

    // Addresses with a time: #t=83 or #t=1:23

    function copyLink() {
      const url = new URL(location.href);
      url.hash = `t=${Math.floor(position())}`;
      history.replaceState(null, "", url);
      copy(url.href).then(
        () => say(`Link zu ${clock(position())} kopiert.`),
        () => say("Der Link steht jetzt in der Adresszeile."),
      );
    }

    function fromAddress() {
      const time = /^#t=(?:npt:)?([\d:.]+)/.exec(location.hash.replace(/%3a/gi, ":"));
      if (!time) return false;
      const parts = time[1].split(":").map(Number);
      const total = parts.reduce((sum, part) => sum * 60 + part, 0);
      if (!Number.isFinite(total)) return false;
      go(total);
      if (heard && following()) bring(heard);
      return true;
    }

    addEventListener("hashchange", fromAddress);
    if (!fromAddress()) {
      const last = Number(memory(place));
      if (last > 5 && last < length() - 10) go(last);
    }
    ticks();
    controls.dataset.ready = "true";

    function ticks() {
      const box = controls.querySelector(".ticks");
      box.replaceChildren(
        ...starts.filter((start) => start > 0).map((start) => {
          const tick = document.createElement("i");
          tick.style.left = `${(100 * start) / length()}%`;
          return tick;
        }),
      );
    }

    function say(text) {
      controls.querySelector(".status").textContent = text;
    }

    // Lock screen and headphones

    if ("mediaSession" in navigator && "MediaMetadata" in window) {
      const { title, artist, album, picture } = player.dataset;
      const artwork = picture && /^http/.test(location.protocol) ? [{ src: picture }] : [];
      navigator.mediaSession.metadata = new MediaMetadata({ title, artist, album, artwork });
      const keys = {
        play: start, pause: () => audio.pause(), seekbackward: actions.back, seekforward: actions.on,
        previoustrack: actions.previous, nexttrack: actions.next, seekto: (event) => go(event.seekTime),
      };
      for (const [key, action] of Object.entries(keys)) {
        try { navigator.mediaSession.setActionHandler(key, action); } catch { /* a key that this browser lacks */ }
      }
    }
  }

  // The subscribe box: full addresses where the page was written without knowing its own

  function subscribe(box) {
    const field = box.querySelector("input");
    const button = box.querySelector("[data-copy]");
    const feed = new URL(box.dataset.feed, location.href);
    if (/^https?:$/.test(feed.protocol)) {
      field.value = feed.href;
      for (const link of box.querySelectorAll("a[data-scheme]")) {
        link.href = `${link.dataset.scheme}://${feed.host}${feed.pathname}`;
      }
      box.querySelector(".apps").hidden = false;
      button.hidden = false;
    }
    field.addEventListener("focus", () => field.select());
    button.addEventListener("click", () => {
      copy(field.value).then(
        () => { button.textContent = "Kopiert"; },
        () => { field.focus(); button.textContent = "Strg+C drücken"; },
      );
    });
  }

  // Small things

  function latest(sorted, value) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  function clock(seconds) {
    const whole = Math.floor(seconds);
    const two = (number) => String(number).padStart(2, "0");
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
    return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
  }

  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // without https there is no clipboard but this
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) throw new Error("not copied");
  }

  function memory(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(name);
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch { /* private windows, files */ }
    return null;
  }
})();
