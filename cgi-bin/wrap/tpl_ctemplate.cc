// tpl_ctemplate.cc - the one C++ file: libctemplate behind wrap/tpl.h.  No exception leaves it.
#include <ctemplate/template.h>
#include <cstring>
#include <exception>
#include <string>

extern "C" {
#include "base/log.h"
#include "wrap/tpl.h"
}

using ctemplate::StaticTemplateString;
using ctemplate::TemplateDictionary;
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

// Names with their hashes, worked out by the compiler's initialisers once: faster than plain strings.
#define TPL_FILE(name)
#define TPL_NAME(name) const StaticTemplateString k_##name = STS_INIT(k_##name, #name);
#include "gen/tpl_names.inc"
#undef TPL_FILE
#undef TPL_NAME

const StaticTemplateString *const names[] = {
#define TPL_FILE(name)
#define TPL_NAME(name) &k_##name,
#include "gen/tpl_names.inc"
#undef TPL_FILE
#undef TPL_NAME
};

TemplateDictionary *dict(struct tpl *d)
{
	return reinterpret_cast<TemplateDictionary *>(d);
}

struct tpl *wrap(TemplateDictionary *d)
{
	return reinterpret_cast<struct tpl *>(d);
}

struct holder {
	TemplateDictionary *d;
};

int free_holder(struct holder *h)
{
	delete h->d;
	return 0;
}

TemplateString str(const char *s)
{
	return TemplateString(s ? s : "", s ? strlen(s) : 0);
}

} // namespace

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
	struct holder *h = talloc(ctx, struct holder);
	h->d = new TemplateDictionary("root");
	talloc_set_destructor(h, free_holder);
	return wrap(h->d);
}

void tpl_text(struct tpl *d, enum tpl_name name, const char *value)
{
	dict(d)->SetValue(*names[name], str(value));
}

void tpl_all(struct tpl *root, enum tpl_name name, const char *value)
{
	dict(root)->SetTemplateGlobalValue(*names[name], str(value));
}

void tpl_show(struct tpl *d, enum tpl_name section)
{
	dict(d)->ShowSection(*names[section]);
}

void tpl_show_if(struct tpl *d, enum tpl_name section, bool yes)
{
	if (yes)
		tpl_show(d, section);
}

struct tpl *tpl_add(struct tpl *d, enum tpl_name section)
{
	return wrap(dict(d)->AddSectionDictionary(*names[section]));
}

struct tpl *tpl_include(struct tpl *d, enum tpl_name name, enum tpl_file file)
{
	TemplateDictionary *sub = dict(d)->AddIncludeDictionary(*names[name]);
	sub->SetFilename(files[file]);
	return wrap(sub);
}

void tpl_refile(struct tpl *included, enum tpl_file file)
{
	dict(included)->SetFilename(files[file]);
}

void tpl_text_named(struct tpl *d, const char *name, const char *value)
{
	dict(d)->SetValue(str(name), str(value));
}

void tpl_show_named(struct tpl *d, const char *section)
{
	dict(d)->ShowSection(str(section));
}

enum err tpl_render(void *ctx, enum tpl_file file, const struct tpl *root, struct bytes *out)
{
	try {
		std::string s;
		s.reserve(16384);
		const TemplateDictionary *d = reinterpret_cast<const TemplateDictionary *>(root);
		if (!ctemplate::ExpandTemplate(files[file], ctemplate::STRIP_BLANK_LINES, d, &s))
			return log_err(ERR_INTERNAL, "template %s did not expand", files[file]);
		out->p = reinterpret_cast<const uint8_t *>(mem_copy(ctx, s.data(), s.size()));
		out->n = s.size();
		return ERR_NONE;
	} catch (const std::exception &x) {
		return log_err(ERR_INTERNAL, "template %s: %s", files[file], x.what());
	}
}
