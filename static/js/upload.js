/* upload.js - files go to the server as soon as they are chosen or dropped, one after the other, each with its own bar
 * and, when it is refused, a plain reason.  Brought in by portal.js on pages with form[data-upload=ID], where ID is the
 * .upload around the form.  Without it the form's own button does the same, one page at a time.
 * The server answers {"saved":"10:32"} or {"wrong":"what is wrong"}; after the last file the material is shown anew. */
(function () {
	'use strict';

	var all = window.portal.all, make = window.portal.make, say = window.portal.say;

	var REASONS = {
		0: '网络断开了，没有传上去', 401: '登录已过期，请重新登录后再传', 403: '登录已过期，请刷新这一页后再传',
		409: '这件申请现在不能再改材料，请刷新这一页', 413: '文件太大', 415: '不能上传这种文件', 429: '传得太快，请过一会儿再试'
	};

	/* why a file cannot be taken, before a byte is sent; the server looks again, and closer */
	function refuse(file, input, max) {
		var kinds = input.accept.split(',').map(function (k) { return k.trim().toLowerCase(); });
		var name = file.name.toLowerCase();
		if (input.accept && !kinds.some(function (k) { return k.charAt(0) !== '.' || name.slice(-k.length) === k; }))
			return '不能上传这种文件，请换成 ' + kinds.join(' ').replace(/\./g, '').toUpperCase();
		if (!file.size) return '这个文件是空的';
		if (max && file.size > max) return '文件超过 ' + Math.floor(max / 1048576) + ' MB，请压缩或分开后再传';
		return '';
	}

	var uploading = 0;

	function uploads(form) {
		var input = form.querySelector('input[type="file"]');
		var rows = make('ul', 'file-rows');
		var queue = [], busy = false, done = 0;

		form.appendChild(rows);
		all('button:not([type="button"])', form).forEach(function (b) { b.hidden = true; });
		input.addEventListener('change', function () { take(input.files); input.value = ''; });
		var box = document.getElementById(form.dataset.upload) || form;
		['dragenter', 'dragover', 'dragleave', 'drop'].forEach(function (type) {
			box.addEventListener(type, function (e) {
				e.preventDefault();
				box.classList.toggle('is-over', type === 'dragenter' || type === 'dragover');
				if (type === 'drop') take(e.dataTransfer.files);
			});
		});

		function take(files) {
			Array.from(files).forEach(function (file) {
				var row = make('li', 'file-row is-busy');
				row.appendChild(make('span', 'file-name', file.name));
				row.appendChild(make('span', 'file-meta', '等待上传'));
				rows.appendChild(row);
				var why = refuse(file, input, Number(form.dataset.maxBytes));
				if (why) fail(row, file, why, false);
				else queue.push([row, file]);
			});
			next();
		}
		function fail(row, file, why, mayRetry) {
			row.className = 'file-row is-wrong';
			all('progress, .file-meta', row).forEach(function (e) { e.remove(); });
			row.appendChild(make('p', 'field-wrong', why));
			if (mayRetry) {
				var b = make('button', 'btn btn-second btn-small', '再传一次');
				b.type = 'button';
				b.addEventListener('click', function () { row.remove(); take([file]); });
				row.appendChild(b);
			}
			say(file.name + '：' + why);
		}
		function next() {
			if (busy) return;
			if (!queue.length) { if (done) refresh(form.dataset.upload, rows, form.dataset.page); return; }
			var turn = queue.shift();
			busy = true;
			uploading += 1;
			send(turn[0], turn[1]);
		}
		function over() { busy = false; uploading -= 1; next(); }
		function send(row, file) {
			var bar = make('progress', ''), meta = row.querySelector('.file-meta'), body = new FormData(), x = new XMLHttpRequest();
			bar.max = 100;
			bar.value = 0;
			bar.setAttribute('aria-label', file.name + ' 上传进度');
			row.appendChild(bar);
			all('input[type="hidden"]', form).forEach(function (h) { body.append(h.name, h.value); });
			body.append(input.name, file);
			x.open('POST', form.getAttribute('action'));
			x.setRequestHeader('Accept', 'application/json');
			x.upload.onprogress = function (e) {
				if (!e.lengthComputable) return;
				bar.value = Math.floor(e.loaded / e.total * 100);
				meta.textContent = e.loaded < e.total ? '已传 ' + bar.value + '%' : '正在检查文件…';
			};
			x.onload = function () {
				var a = {};
				try { a = JSON.parse(x.responseText) || {}; } catch (ignored) { /* an error page, not an answer */ }
				if (x.status < 400 && !a.wrong) {
					done += 1;
					row.remove();
					say(file.name + ' 已上传');
				} else fail(row, file, a.wrong || REASONS[x.status] || '没有传上去，请再试一次', x.status >= 500 || x.status === 429);
				over();
			};
			x.onerror = function () { fail(row, file, REASONS[0], true); over(); };
			x.send(body);
		}
	}

	/* Show what the server now has: the same page again, of which the material and every [data-refresh] is put in place.
	 * Rows of refused files stay.  page: its address where it may be the answer to a form. */
	function refresh(id, rows, page) {
		fetch(page || location.href, { credentials: 'same-origin', headers: { Accept: 'text/html' } }).then(function (r) {
			return r.ok ? r.text() : Promise.reject();
		}).then(function (text) {
			var page = new DOMParser().parseFromString(text, 'text/html');
			[document.getElementById(id)].concat(all('[data-refresh]')).forEach(function (old) {
				var fresh = old && old.id && page.getElementById(old.id);
				if (fresh) old.replaceWith(document.importNode(fresh, true));
			});
			var box = document.getElementById(id), form = box && box.querySelector('form[data-upload]');
			if (!form) return;
			all('form[data-upload]', box).forEach(uploads);
			Array.from(rows.children).forEach(function (row) { form.lastElementChild.appendChild(row); });
			var input = form.querySelector('input[type="file"]');
			if (input) input.focus({ preventScroll: true });
		}).catch(function () { location.reload(); });
	}
	window.addEventListener('beforeunload', function (e) { if (uploading) { e.preventDefault(); e.returnValue = ''; } });

	all('form[data-upload]').forEach(uploads);
}());
