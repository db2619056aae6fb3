/* hall.js - the call screen, the ticket terminal and the page of one's ticket ([data-hall]), brought in by portal.js.
 *
 * Screen and ticket ask /hall/now.json once a second; nginx answers (conf/pools).  Nobody is left with old numbers without being
 * told: after some seconds without news [data-hall-lost] shows. */
(function () {
	'use strict';

	var box = document.querySelector('[data-hall]'), kind = box.dataset.hall, make = window.portal.make;
	var EVERY = 1000, LOST = 6000, SHOWN = 8, BACK = 12000;

	function part(name) { return box.querySelector('[data-hall-' + name + ']'); }
	function set(e, text) { if (e && e.textContent !== String(text)) e.textContent = text; }

	/* ---------------------------------------------------------------- news */

	/* follow - calls news(now) whenever there is any; the clock of the answer must go on, or it is no news */
	function follow(news) {
		var heard = Date.now(), at = '';
		function ask() {
			var stop = new AbortController(), limit = setTimeout(function () { stop.abort(); }, 4000);
			fetch('/hall/now.json', { signal: stop.signal, cache: 'no-store', credentials: 'omit' })
				.then(function (r) { if (!r.ok) throw new Error(r.status); return r.json(); })
				.then(function (now) {
					if (now.at !== at) heard = Date.now();
					at = now.at;
					news(now);
				})
				.catch(function () {})
				.then(function () {
					clearTimeout(limit);
					part('lost').hidden = Date.now() - heard < LOST;
					setTimeout(ask, EVERY);
				});
		}
		ask();
	}

	/* ---------------------------------------------------------------- the screen */

	var known = null; /* number -> how often called, so that only what is new is announced */

	/* one figure after the other, as it is called in a hall */
	function spell(code) { return code.split('').join(' '); }
	function speak(c) {
		var words = new SpeechSynthesisUtterance('请 ' + spell(c.n) + ' 号，到 ' + spell(c.w) + ' 窗口');
		words.lang = 'zh-CN';
		words.rate = 0.9;
		window.speechSynthesis.speak(words);
	}

	function voice() {
		var button = part('voice');
		if (!('speechSynthesis' in window) || !button) return function () {};
		button.hidden = false;
		button.addEventListener('click', function () {
			var on = button.getAttribute('aria-pressed') !== 'true';
			button.setAttribute('aria-pressed', String(on));
			button.textContent = on ? '语音叫号已打开' : '打开语音叫号';
			if (on) window.speechSynthesis.speak(new SpeechSynthesisUtterance('语音叫号已打开'));
			else window.speechSynthesis.cancel();
		});
		return function (c) { if (button.getAttribute('aria-pressed') === 'true') speak(c); };
	}

	function row(c, fresh) {
		var li = make('li', 'call' + (c.s === 'serving' ? ' is-serving' : '') + (fresh ? ' is-new' : '')), to = make('span', 'call-to');
		if (c.s === 'serving') to.appendChild(document.createTextNode('办理中'));
		to.appendChild(make('span', 'call-go', '请到'));
		[make('b', 'call-no num', c.n), to, make('b', 'call-window num', c.w), make('span', 'call-name', c.name)]
			.forEach(function (e) { li.appendChild(e); li.appendChild(document.createTextNode(' ')); });
		return li;
	}

	/* called last comes first; one that is called again comes to the top too */
	function screen() {
		var say = voice(), list = part('calls'), drawn = '', turn = 0, top = {}; /* top: number -> turn of its last call */
		return function (now) {
			var fresh = {}, calls = now.called.filter(function (c) { return c.w; });
			calls.forEach(function (c) {
				if (known && c.s === 'called' && (known[c.n] || 0) < c.c) { fresh[c.n] = true; top[c.n] = ++turn; say(c); }
			});
			known = {};
			calls.forEach(function (c) { known[c.n] = c.c; });
			calls.sort(function (a, b) { return (b.s === 'called') - (a.s === 'called') || (top[b.n] || 0) - (top[a.n] || 0) || b.t - a.t || (a.n < b.n ? 1 : -1); });
			set(part('clock'), now.at.slice(0, 5));
			now.groups.forEach(function (g) { set(box.querySelector('[data-hall-group="' + g.code + '"]'), g.waiting); });
			var shape = JSON.stringify(calls.map(function (c) { return [c.n, c.w, c.s, c.c]; }));
			if (shape === drawn) return;
			drawn = shape;
			list.replaceChildren.apply(list, calls.slice(0, SHOWN).map(function (c) { return row(c, fresh[c.n]); }));
			if (part('empty')) part('empty').hidden = calls.length > 0;
		};
	}

	/* ---------------------------------------------------------------- one's own ticket */

	function ticket() {
		var number = box.dataset.number, state = box.dataset.state;
		return function (now) {
			var wait = now.wait[number], call = now.called.filter(function (c) { return c.n === number; })[0];
			var is = wait ? 'waiting' : call ? call.s : 'gone';
			if (is !== state && (is !== 'gone' || state === 'waiting' || state === 'called' || state === 'serving')) {
				if (is === 'called' && navigator.vibrate) navigator.vibrate([300, 200, 300]);
				location.reload();
				state = is;
				return;
			}
			if (!wait) return;
			set(part('ahead'), wait.ahead);
			set(part('wait'), wait.wait);
		};
	}

	/* ---------------------------------------------------------------- the terminal */

	/* who walks away leaves nothing on the screen: after the slip, the start */
	function slip() {
		window.addEventListener('load', function () { window.print(); });
		setTimeout(function () { location.replace(part('back').href); }, BACK);
	}
	/* choices that somebody made and left are undone; waiting times stay new */
	function kiosk() {
		var idle;
		function again() { clearTimeout(idle); idle = setTimeout(function () { location.replace('/hall/take'); }, 60000); }
		['pointerdown', 'keydown'].forEach(function (e) { document.addEventListener(e, again); });
		again();
	}

	/* ---------------------------------------------------------------- the desk: only how many wait */

	function desk() {
		var shown = box.dataset.lines.split(' ');
		return function (now) {
			now.groups.forEach(function (g) { if (shown.indexOf(g.code) >= 0) set(box.querySelector('[data-hall-group="' + g.code + '"]'), g.waiting); });
		};
	}

	if (kind === 'slip') slip();
	else if (kind === 'kiosk') kiosk();
	else follow({ screen: screen, ticket: ticket, desk: desk }[kind]());
}());
