/* portal.js - conveniences on top of pages that work without it.  No libraries, no inline code, one pass over the
 * document at load.  What it looks for:
 *
 *   form[data-autosave=URL]            saves each field as it is left; tells in [data-saved]
 *   [data-when-field="a b"][data-when-values="1|2;x"]   shown while a is 1 or 2, or b is x ("" is no answer, * any)
 *   [data-need-field][data-need-values]                 required while the same
 *   form[method=post]                  is sent once, however often it is pressed
 *   [data-print] [data-copy=TEXT]      buttons, hidden until they can work
 *   [data-countdown=SECONDS]           says how long a place is still held, in [data-countdown-left]; then shows [data-countdown-over]
 *   [data-focus]                       gets the focus when the page opens (the error summary)
 *   form[data-upload], form[data-review], [data-hall]   brings in upload.js, review.js, hall.js
 *
 * html gets the class "js".  Answers of the server, when asked with Accept: application/json: {"saved":"10:32"} or
 * {"wrong":"what is wrong"}; a "version" beside it goes into the form's hidden draft-version, so that two devices notice each other. */
(function () {
	'use strict';

	var here = new URL(document.currentScript.src), home = here.origin + here.pathname.replace(/[^/]*$/, ''), version = here.search;
	document.documentElement.classList.add('js');

	function all(selector, root) { return Array.from((root || document).querySelectorAll(selector)); }

	function make(tag, cls, text) {
		var e = document.createElement(tag);
		e.className = cls;
		if (text) e.textContent = text;
		return e;
	}

	/* one quiet place from which screen readers are told what happened */
	var voice;
	function say(text) {
		if (!voice) {
			voice = make('p', 'visually-hidden');
			voice.setAttribute('role', 'status');
			document.body.appendChild(voice);
		}
		voice.textContent = text;
	}

	/* values of all controls of that name that would be posted */
	function valuesOf(form, name) {
		return Array.from(form.elements).filter(function (c) {
			return c.name === name && !c.disabled && (!/^(checkbox|radio)$/.test(c.type) || c.checked);
		}).map(function (c) { return c.value; });
	}

	/* ---------------------------------------------------------------- a hold that runs out */

	/* Counts from the seconds that the server gave, not by the clock of the device.  Said aloud once a minute left, and at the end. */
	function countDown(box) {
		var left = box.querySelector('[data-countdown-left]'), end = performance.now() + 1000 * Number(box.dataset.countdown);
		function tick() {
			var s = Math.max(0, Math.ceil((end - performance.now()) / 1000));
			left.textContent = s ? '（还有 ' + Math.floor(s / 60) + ' 分 ' + s % 60 + ' 秒）' : '（时间到了，请重新选）';
			left.hidden = false;
			if (s === 60) say('还有一分钟，请确认预约');
			if (s) return;
			clearInterval(timer);
			say('保留的时间到了，请重新选一个时间');
			all('[data-countdown-button]').forEach(function (b) { b.disabled = true; });
			all('[data-countdown-over]').forEach(function (b) { b.hidden = false; });
		}
		var timer = setInterval(tick, 1000);
		tick();
	}
	document.addEventListener('DOMContentLoaded', function () { all('[data-countdown]').forEach(countDown); });

	/* ---------------------------------------------------------------- conditional fields */

	function holds(form, fields, values) {
		return fields.split(' ').some(function (field, i) {
			var wanted = (values.split(';')[i] || '').split('|'), has = valuesOf(form, field);
			return (has.length ? has : ['']).some(function (v) { return wanted.indexOf(v) >= 0 || (v && wanted[0] === '*'); });
		});
	}

	/* A field that is not shown is disabled too, so that it is neither posted nor counted in other conditions. */
	function showOrHide(box, on) {
		box.hidden = !on;
		all('input, select, textarea', box).forEach(function (c) {
			var off = !!c.closest('[data-when-field][hidden]');
			if (off && !c.disabled) { c.disabled = true; c.dataset.off = ''; }
			else if (!off && 'off' in c.dataset) { c.disabled = false; delete c.dataset.off; }
		});
	}

	function requireOrNot(box, on) {
		all('.req, .opt', box).forEach(function (m) {
			m.className = on ? 'req' : 'opt';
			m.textContent = on ? '必填' : '选填';
		});
		all('input, select, textarea', box).forEach(function (c) { c.setAttribute('aria-required', String(on)); });
	}

	function followConditions(form) {
		function run() { /* in document order: a field may depend on those above it */
			all('[data-when-field]', form).forEach(function (b) {
				showOrHide(b, holds(form, b.dataset.whenField, b.dataset.whenValues));
			});
			all('[data-need-field]', form).forEach(function (b) {
				requireOrNot(b, holds(form, b.dataset.needField, b.dataset.needValues));
			});
		}
		all('.when-hint', form).forEach(function (h) { h.hidden = true; });
		form.addEventListener('change', run);
		form.addEventListener('input', run); /* while typing: a page that moves when a field is left moves buttons away */
		window.addEventListener('pageshow', run); /* the browser may have put back older values */
		run();
	}

	/* ---------------------------------------------------------------- autosave */

	/* The page holds still while an answer comes in: what a change pushes down, the page scrolls by, so that a box does not
	 * move away from under the finger that is about to press it. */
	function holdStill(anchor, change) {
		var was = anchor.getBoundingClientRect().top;
		function follow() {
			var moved = anchor.getBoundingClientRect().top - was;
			if (moved) window.scrollBy({ top: moved, behavior: 'instant' });
			return anchor.getBoundingClientRect().top - was;
		}
		change();
		var left = follow();
		if (left < 1) return;
		/* a short page cannot scroll that far: it gets room at its end */
		document.body.style.paddingBottom = (parseFloat(getComputedStyle(document.body).paddingBottom) + left) + 'px';
		follow();
	}

	/* put a message above a control, or take its words away: the room that it had stays, for the same reason */
	function markField(name, message) {
		var control = document.getElementById('f-' + name);
		if (control && control.closest('.field')) holdStill(control, function () { mark(control, name, message); });
	}
	function mark(control, name, message) {
		var field = control.closest('.field'), id = 'f-' + name + '-wrong', p = document.getElementById(id);
		if (message && !p) {
			p = make('p', 'field-wrong');
			p.id = id;
			var before = control.closest('.choices, .date-parts') || control;
			before.parentNode.insertBefore(p, before);
		} else if (p && p.textContent !== message) {
			p.style.minHeight = p.offsetHeight + 'px';
		}
		if (p) {
			p.textContent = message;
			p.classList.toggle('is-over', !message);
		}
		field.classList.toggle('is-wrong', !!message);
		var ids = (control.getAttribute('aria-describedby') || '').split(/\s+/).filter(function (i) { return i && i !== id; });
		if (message) ids.push(id);
		if (ids.length) control.setAttribute('aria-describedby', ids.join(' '));
		else control.removeAttribute('aria-describedby');
		if (message) control.setAttribute('aria-invalid', 'true');
		else control.removeAttribute('aria-invalid');
	}

	function autosave(form) {
		var line = form.querySelector('[data-saved]') || document.querySelector('[data-saved]');
		document.documentElement.classList.add('holds-still'); /* the browser's own anchoring would do it twice */
		var saved = {};   /* name -> value the server has */
		var dirty = [];   /* names still to send, oldest first */
		var wrong = {};   /* name -> message */
		var busy = false, failed = 0, over = false, typing = 0, again = 0;
		var pressed = null; /* the button that waits until the field on its way has arrived */

		function show(state, text) {
			if (!line) return;
			line.dataset.state = state;
			line.textContent = text;
		}
		function current(name) { return JSON.stringify(valuesOf(form, name)); }
		function fits(c) {
			return c.name && c.name !== 'csrf' && !/^(file|password|hidden|submit|button)$/.test(c.type);
		}
		function touch(name) {
			if (current(name) === saved[name]) return;
			if (dirty.indexOf(name) < 0) dirty.push(name);
			send();
		}
		function answered(name, value, answer) {
			var version = form.elements['draft-version'];
			if (version && answer.version) version.value = answer.version;
			saved[name] = value;
			failed = 0;
			if (current(name) === value) dirty = dirty.filter(function (n) { return n !== name; });
			if (answer.wrong) wrong[name] = answer.wrong;
			else delete wrong[name];
			markField(name, answer.wrong || '');
			var left = Object.keys(wrong).length;
			if (answer.wrong) show('wrong', '刚填的这一项要修改，问题写在它上面。');
			else show(left ? 'wrong' : 'saved', '已保存 ' + answer.saved + (left ? '，还有 ' + left + ' 项要修改' : ''));
			if (pressed) goOn();
			else send();
		}
		function goOn() {
			var button = pressed;
			busy = false;
			pressed = null;
			if (button) form.requestSubmit(button);
		}
		function notSaved() {
			failed += 1;
			pressed = null;
			show(navigator.onLine === false ? 'offline' : 'wrong',
				(navigator.onLine === false ? '网络断开了，' : '') + '有 ' + dirty.length +
				' 项还没有保存，正在重试，请先不要关闭这一页。');
			clearTimeout(again);
			again = setTimeout(send, Math.min(2000 * Math.pow(2, failed - 1), 30000));
		}
		function signedOut() {
			over = true;
			pressed = null;
			show('wrong', '登录已过期，刚填的这一项没有保存，前面的都在。');
			var a = make('a', '', '重新登录');
			a.href = '/account/sign-in?back=' + encodeURIComponent(location.pathname);
			if (line) line.appendChild(a);
		}
		function send() {
			if (busy || over || !dirty.length) return;
			var name = dirty[0], value = current(name), list = valuesOf(form, name);
			var body = new URLSearchParams();
			if (form.elements.csrf) body.append('csrf', form.elements.csrf.value);
			(list.length ? list : ['']).forEach(function (v) { body.append(name, v); });
			busy = true;
			if (!failed) show('saving', '正在保存…');
			fetch(form.dataset.autosave, {
				method: 'POST', body: body.toString(), credentials: 'same-origin', keepalive: true,
				headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' }
			}).then(function (r) {
				return r.json().then(null, function () { return {}; }).then(function (a) {
					busy = false;
					if (r.status === 401 || r.status === 403) signedOut();
					else if (r.status >= 500 || r.status === 408 || r.status === 429) notSaved();
					else if (a.saved || a.wrong) answered(name, value, a);
					else notSaved();
				});
			}).catch(function () { busy = false; notSaved(); });
		}

		Array.from(form.elements).forEach(function (c) { if (fits(c)) saved[c.name] = current(c.name); });
		form.addEventListener('change', function (e) { if (fits(e.target)) touch(e.target.name); });
		form.addEventListener('input', function (e) {
			if (!fits(e.target)) return;
			clearTimeout(typing);
			typing = setTimeout(touch, 3000, e.target.name);
		});
		/* The whole form goes out after the field that is on its way: its version would be an old one, and the server
		 * would take the two for two devices.  Not for ever, if the line is dead. */
		form.addEventListener('submit', function (e) {
			if (!busy || !e.submitter) return;
			e.preventDefault();
			if (!pressed) setTimeout(goOn, 5000);
			pressed = e.submitter;
		});
		window.addEventListener('online', send);
		/* leaving: what is still in the box goes out with the page; ask only when saving has been failing */
		function flush() { var c = document.activeElement; if (c && c.form === form && fits(c)) touch(c.name); }
		document.addEventListener('visibilitychange', function () { if (document.hidden) flush(); });
		window.addEventListener('beforeunload', function (e) {
			flush();
			if (failed && dirty.length && !form.dataset.sent) { e.preventDefault(); e.returnValue = ''; }
		});
	}

	/* ---------------------------------------------------------------- sending a form once */

	function release(form) {
		delete form.dataset.sent;
		all('button[data-was]', form).forEach(function (b) {
			b.textContent = b.dataset.was;
			delete b.dataset.was;
			b.removeAttribute('aria-disabled');
		});
	}
	document.addEventListener('submit', function (e) {
		var form = e.target;
		if (e.defaultPrevented || (form.getAttribute('method') || '').toLowerCase() !== 'post') return;
		if (form.dataset.sent) { e.preventDefault(); return; }
		if (e.submitter && e.submitter.formTarget) return; /* into a frame beside it: this page stays */
		form.dataset.sent = '1';
		var b = e.submitter || form.querySelector('button:not([type="button"])');
		if (b && b.tagName === 'BUTTON') {
			b.dataset.was = b.textContent;
			b.textContent = b.dataset.busy || '请稍候…';
			b.setAttribute('aria-disabled', 'true');
		}
		setTimeout(release, 20000, form); /* a download, or a line that went dead: let people try again */
	});
	window.addEventListener('pageshow', function () { all('form[data-sent]').forEach(release); });

	/* ---------------------------------------------------------------- small helps */

	function copyText(text) {
		if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
		var t = make('textarea', 'visually-hidden');
		t.value = text;
		document.body.appendChild(t);
		t.select();
		var ok = document.execCommand('copy');
		t.remove();
		return ok ? Promise.resolve() : Promise.reject();
	}

	/* on paper nothing can be opened */
	window.addEventListener('beforeprint', function () {
		all('main details:not([open])').forEach(function (d) { d.open = true; d.dataset.shut = ''; });
	});
	window.addEventListener('afterprint', function () {
		all('details[data-shut]').forEach(function (d) { d.open = false; delete d.dataset.shut; });
	});

	document.addEventListener('click', function (e) {
		var print = e.target.closest('[data-print]'), copy = e.target.closest('[data-copy]');
		var jump = e.target.closest('.wrong-summary a[href^="#"]');
		if (print) window.print();
		if (copy) copyText(copy.dataset.copy).then(function () { say('已复制'); copy.textContent = '已复制'; },
			function () { copy.textContent = '没有复制成功，请手工抄写'; });
		var target = jump && document.getElementById(decodeURIComponent(jump.hash.slice(1)));
		if (!target) return;
		e.preventDefault();
		(target.matches('input, select, textarea') ? target : target.querySelector('input, select, textarea') || target).focus();
		target.scrollIntoView({ block: 'center' });
	});

	all('form').forEach(function (f) {
		if (f.querySelector('[data-when-field], [data-need-field]')) followConditions(f);
		if (f.dataset.autosave) autosave(f);
	});
	window.portal = { all: all, make: make, say: say };
	['upload', 'review', 'hall'].forEach(function (part) {
		if (!document.querySelector('[data-' + part + ']')) return;
		var script = document.createElement('script');
		script.src = home + part + '.js' + version;
		document.head.appendChild(script);
	});
	all('[data-print], [data-copy]').forEach(function (b) { b.hidden = false; });
	var first = document.querySelector('[data-focus]');
	if (first) first.focus();
}());
