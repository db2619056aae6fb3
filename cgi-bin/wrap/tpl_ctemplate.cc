// tpl_ctemplate.cc - the one C++ file: libctemplate behind wrap/tpl.h.  No exception leaves it.
#include <ctemplate/template.h>
#include <ctemplate/template_dictionary_interface.h>
#include <cstddef>
#include <cstring>
#include <exception>
#include <new>
#include <string>

extern "C" {
#include "base/log.h"
#include "wrap/tpl.h"
}

using ctemplate::TemplateString;

namespace {

const char *const files[] = {
	"",
#define TPL_FILE(name) name,
#define TPL_NAME(name)
#include "gen/tpl_names.inc"
#undef TPL_FILE
#undef TPL_NAME
};

// name_key - a number that stands for a name (FNV-1a).
constexpr uint64_t name_key(const char *s, size_t n)
{
	uint64_t h = 0xcbf29ce484222325;
	for (size_t i = 0; i < n; i++)
		h = (h ^ static_cast<unsigned char>(s[i])) * 0x100000001b3;
	return h;
}
uint64_t name_key(const TemplateString &name)
{
	return name_key(name.data(), name.size());
}

constexpr uint64_t keys[] = {
#define TPL_FILE(name)
#define TPL_NAME(name) name_key(#name, sizeof #name - 1),
#include "gen/tpl_names.inc"
#undef TPL_FILE
#undef TPL_NAME
};

// Two names with one number would not compile here.
[[maybe_unused]] constexpr bool is_known(uint64_t key)
{
	switch (key) {
#define TPL_FILE(name)
#define TPL_NAME(name) case name_key(#name, sizeof #name - 1):
#include "gen/tpl_names.inc"
#undef TPL_FILE
#undef TPL_NAME
		return true;
	default:
		return false;
	}
}

// Memory of a dictionary and all that hang off it: pieces of larger blocks, freed with ctx.
struct arena {
	void *ctx;
	char *at;
	size_t left;
};

void *take(arena *a, size_t n)
{
	const size_t block = 4000, unit = alignof(std::max_align_t);
	n = (n + unit - 1) / unit * unit;
	if (n > a->left) {
		a->left = n > block ? n : block;
		a->at = mem_room(a->ctx, a->left);
	}
	a->at += n;
	a->left -= n;
	return a->at - n;
}

} // namespace

// A dictionary: values, turns of sections and included files of one place in a page.  The library's own one makes a
// printable name for every section and a tree for every map, which took more time than expanding the page; and its
// memory is not the request's.  Lists do here: a place has few names, and what was set last is found first.
struct tpl final : ctemplate::TemplateDictionaryInterface {
	struct value {
		uint64_t name;
		TemplateString text;
		const value *older;
	};
	struct branch { // a section or an included file by its name: one dictionary a turn, or none
		uint64_t name;
		tpl *first, *last;
		branch *older;
	};

	arena *memory;
	tpl *root;              // of the page
	tpl *around;            // section: the place that it stands in; else NULL
	const char *file;       // included file
	tpl *next;              // next turn
	const value *values;
	const value *for_all;   // root: seen in included files too
	branch *sections, *includes;

	tpl(arena *memory_, tpl *root_, tpl *around_)
	    : memory(memory_), root(root_ ? root_ : this), around(around_), file(""), next(nullptr), values(nullptr),
	      for_all(nullptr), sections(nullptr), includes(nullptr)
	{
	}

	static TemplateString keep(arena *a, const char *s)
	{
		size_t n = s ? strlen(s) : 0;
		return TemplateString(n ? static_cast<const char *>(memcpy(take(a, n), s, n)) : "", n);
	}
	void set(const value **list, uint64_t name, const char *text)
	{
		*list = new (take(memory, sizeof(value))) value{name, keep(memory, text), *list};
	}
	branch *open(branch **list, uint64_t name)
	{
		branch *b = find(*list, name);
		if (!b)
			b = *list = new (take(memory, sizeof(branch))) branch{name, nullptr, nullptr, *list};
		return b;
	}
	tpl *add(branch *b, tpl *around_)
	{
		tpl *d = new (take(memory, sizeof(tpl))) tpl(memory, root, around_);
		(b->last ? b->last->next : b->first) = d;
		return b->last = d;
	}

	template <class T> static T *find(T *list, uint64_t name)
	{
		while (list && list->name != name)
			list = list->older;
		return list;
	}
	// seen - in this place or one around it
	const branch *seen(branch *tpl::*list, const TemplateString &name) const
	{
		uint64_t key = name_key(name);
		const branch *b = nullptr;
		for (const tpl *d = this; d && !b; d = d->around)
			b = find(d->*list, key);
		return b;
	}

	// --- what the library asks while it expands ---

	class turns final : public Iterator {
		const tpl *at;

	public:
		explicit turns(const branch *b) : at(b ? b->first : nullptr)
		{
		}
		bool HasNext() const override
		{
			return at;
		}
		const TemplateDictionaryInterface &Next() override
		{
			const tpl *d = at;
			at = at->next;
			return *d;
		}
	};

	TemplateString GetValue(const TemplateString &name) const override
	{
		uint64_t key = name_key(name);
		const value *v = nullptr;
		for (const tpl *d = this; d && !v; d = d->around)
			v = find(d->values, key);
		if (!v)
			v = find(root->for_all, key);
		return v ? v->text : TemplateString("", 0);
	}
	bool IsHiddenSection(const TemplateString &name) const override
	{
		return !seen(&tpl::sections, name);
	}
	bool IsUnhiddenSection(const TemplateString &name) const override
	{
		return seen(&tpl::sections, name);
	}
	bool IsHiddenTemplate(const TemplateString &name) const override
	{
		return !seen(&tpl::includes, name);
	}
	Iterator *CreateSectionIterator(const TemplateString &name) const override
	{
		return new turns(seen(&tpl::sections, name));
	}
	Iterator *CreateTemplateIterator(const TemplateString &name) const override
	{
		return new turns(seen(&tpl::includes, name));
	}
	const char *GetIncludeTemplateName(const TemplateString &name, int turn) const override
	{
		const branch *b = seen(&tpl::includes, name);
		const tpl *d = b ? b->first : nullptr;
		while (d && turn-- > 0)
			d = d->next;
		return d ? d->file : "";
	}
	void DumpToString(std::string *, int) const override
	{
	}
};

static bool is_ours(const char *file, const char *program)
{
	size_t n = program ? strlen(program) : 0;
	return !program || (!strncmp(file, program, n) && file[n] == '/') || !strncmp(file, "layout/", 7) ||
	       !strncmp(file, "parts/", 6);
}

enum err tpl_start(const char *dir, const char *program)
{
	try {
		ctemplate::Template::SetTemplateRootDirectory(dir);
		for (int i = 1; i < TPL_COUNT; i++) {
			if (!is_ours(files[i], program))
				continue;
			ctemplate::Template *t =
				ctemplate::Template::GetTemplate(files[i], ctemplate::STRIP_BLANK_LINES);
			if (!t || t->state() != ctemplate::TS_READY)
				return log_err(ERR_INTERNAL, "template %s/%s cannot be read or is broken", dir, files[i]);
		}
		return ERR_NONE;
	} catch (const std::exception &x) {
		return log_err(ERR_INTERNAL, "templates: %s", x.what());
	}
}

struct tpl *tpl_new(void *ctx)
{
	arena *a = mem_new(ctx, arena);
	a->ctx = ctx;
	return new (take(a, sizeof(tpl))) tpl(a, nullptr, nullptr);
}

void tpl_text(struct tpl *d, enum tpl_name name, const char *value)
{
	d->set(&d->values, keys[name], value);
}

void tpl_all(struct tpl *root, enum tpl_name name, const char *value)
{
	root->set(&root->for_all, keys[name], value);
}

void tpl_show(struct tpl *d, enum tpl_name section)
{
	d->open(&d->sections, keys[section]);
}

void tpl_show_if(struct tpl *d, enum tpl_name section, bool yes)
{
	if (yes)
		tpl_show(d, section);
}

struct tpl *tpl_add(struct tpl *d, enum tpl_name section)
{
	return d->add(d->open(&d->sections, keys[section]), d);
}

struct tpl *tpl_include(struct tpl *d, enum tpl_name name, enum tpl_file file)
{
	struct tpl *sub = d->add(d->open(&d->includes, keys[name]), nullptr);
	sub->file = files[file];
	return sub;
}

void tpl_refile(struct tpl *included, enum tpl_file file)
{
	included->file = files[file];
}

void tpl_text_named(struct tpl *d, const char *name, const char *value)
{
	d->set(&d->values, name_key(TemplateString(name)), value);
}

void tpl_show_named(struct tpl *d, const char *section)
{
	d->open(&d->sections, name_key(TemplateString(section)));
}

namespace {

// sheet - the page as it grows, in memory of the request.
class sheet final : public ctemplate::ExpandEmitter {
	static constexpr size_t first = 16384;
	void *const ctx;
	char *text;
	size_t n, room;

public:
	explicit sheet(void *ctx_) : ctx(ctx_), text(mem_room(ctx_, first)), n(0), room(first)
	{
	}
	void Emit(const char *s, size_t size) override
	{
		if (size > room - n) {
			room = (room + size) * 2;
			text = mem_grow(ctx, text, char, room);
		}
		memcpy(text + n, s, size);
		n += size;
	}
	void Emit(char c) override
	{
		Emit(&c, 1);
	}
	void Emit(const std::string &s) override
	{
		Emit(s.data(), s.size());
	}
	void Emit(const char *s) override
	{
		Emit(s, strlen(s));
	}
	struct bytes bytes() const
	{
		return {reinterpret_cast<const uint8_t *>(text), n};
	}
};

} // namespace

enum err tpl_render(void *ctx, enum tpl_file file, const struct tpl *root, struct bytes *out)
{
	try {
		sheet page(ctx);
		if (!ctemplate::mutable_default_template_cache()->ExpandWithData(files[file], ctemplate::STRIP_BLANK_LINES,
										 root, nullptr, &page))
			return log_err(ERR_INTERNAL, "template %s did not expand", files[file]);
		*out = page.bytes();
		return ERR_NONE;
	} catch (const std::exception &x) {
		return log_err(ERR_INTERNAL, "template %s: %s", files[file], x.what());
	}
}
