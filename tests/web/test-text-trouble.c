/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-probe.h"

/* Before the program's own script learns of the viewer: what it sees of it is not as it was. */
#define BREAK(what)                                                                    \
  "window.addEventListener('webviewerloaded', () => {"                                 \
  "  const real = window.PDFViewerApplication;"                                        \
  "  const hide = (object, names) => new Proxy(object, { get: (target, name) => {"     \
  "    const value = name in names ? names[name] : target[name];"                      \
  "    return typeof value === 'function' ? value.bind(target) : value; } });"         \
  "  const withDocument = (names) => new Proxy(real, { get: (target, name) =>"         \
  "    name === 'pdfDocument' ? hide(target.pdfDocument, names) : target[name] });"    \
  "  window.PDFViewerApplication = " what "; }, true);"

/* WebKit's script, which opens the file, needs it before. */
#define LOSE                                                                           \
  "let real; Object.defineProperty(window, 'PDFViewerApplication', {"                  \
  "  set: (value) => { real = value; },"                                               \
  "  get: () => document.querySelector('.page[data-page-number]') ? undefined : real });"

/* Once there are words in the page, some of them are selected, in the end. */
#define SELECT                                                                         \
  "setInterval(() => {"                                                                \
  "  const spans = [...document.querySelectorAll('.page[data-page-number=\"2\"] .textLayer span')];" \
  "  const span = spans.find((each) => each.textContent.startsWith('Page 2 line 3:'));" \
  "  if (!span) document.querySelector('#viewerContainer').scrollTo(0, 700);" \
  "  else if (getSelection().isCollapsed) getSelection().selectAllChildren(span);"     \
  "}, 100);"

typedef struct
{
  const char *name;
  const char *script;
} Break;

static const Break breaks[] = {
  { "missing", LOSE },
  { "throws", BREAK ("withDocument({ getPage() { throw new Error('not any more'); } })") },
  { "silent", BREAK ("withDocument({ getPage: () => new Promise(() => {}) })") },
  { "no-content", BREAK ("withDocument({ getPage: async () => ({ getTextContent() { throw 1; } }) })") },
  { "odd-content", BREAK ("withDocument({ getPage: async () => ({ getTextContent: async () => ({ items: 7 }) }) })") },
  { "other-words", BREAK ("withDocument({ getPage: async () => ({ getTextContent: async () =>"
                          " ({ items: [{ str: 'Other words', hasEOL: false }] }) }) })") },
};

static gboolean
has_viewer_trouble (SylWebTest *self)
{
  return syl_page_view_get_text_trouble (self->view) == SYL_PAGE_TEXT_TROUBLE_VIEWER;
}

static gboolean
has_no_text (SylWebTest *self)
{
  return syl_page_view_get_text_trouble (self->view) == SYL_PAGE_TEXT_TROUBLE_EMPTY;
}

static gboolean
has_no_trouble (SylWebTest *self)
{
  g_autoptr (SylPageText) text = syl_page_view_dup_text (self->view);

  return text != NULL && syl_page_view_get_text_trouble (self->view) == SYL_PAGE_TEXT_TROUBLE_NONE;
}

/* The words and their page are told all the same, and the next page is none the worse. */
static void
test_viewer (SylWebTest    *self,
             gconstpointer  data)
{
  const Break *how = data;
  g_autoptr (SylPageText) text = NULL;
  g_autoptr (SylPageSelection) selection = NULL;

  syl_web_test_load (self, "/words", NULL);
  syl_web_probe_add_viewer_script (self, how->script);
  syl_web_probe_add_viewer_script (self, SELECT);
  syl_web_test_load (self, "/paper.pdf", NULL);
  syl_web_test_wait (self, "the trouble", has_viewer_trouble);
  text = syl_page_view_dup_text (self->view);
  g_assert_null (text);

  syl_web_test_wait (self, "words to be selected", syl_web_probe_has_selection);
  selection = syl_page_view_dup_selection (self->view);
  g_assert_cmpstr (selection->text, ==, "Page 2 line 3: the model attends to every earlier token of the text.");
  g_assert_cmpuint (selection->version, ==, 0);
  g_assert_cmpuint (selection->page, ==, 2);
  g_assert_cmpint (selection->width, >, 0);

  syl_web_test_load (self, "/words", NULL);
  syl_web_test_wait (self, "another page's text", has_no_trouble);
}

static void
test_scanned (SylWebTest    *self,
              gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/scanned.pdf", NULL);
  syl_web_test_wait (self, "no text to be there", has_no_text);
  text = syl_page_view_dup_text (self->view);
  g_assert_null (text);
}

/* A page that is empty at first. */
static void
test_late (SylWebTest    *self,
           gconstpointer  data)
{
  syl_web_test_load (self, "/blank", NULL);
  syl_web_test_wait (self, "no text to be there", has_no_text);
  g_free (syl_web_probe_evaluate (self, "document.body.append('Words after all')"));
  syl_web_test_wait (self, "the text", has_no_trouble);
}

static void
test_too_large (SylWebTest    *self,
                gconstpointer  data)
{
  g_autoptr (SylPageSelection) selection = NULL;

  syl_web_test_load (self, data, NULL);
  syl_web_probe_wait_for (self, "(getSelection().selectAllChildren(document.getElementById('first')),"
                                " getSelection().toString())",
                          "Beginning.");
  syl_web_test_wait (self, "words to be selected", syl_web_probe_has_selection);
  selection = syl_page_view_dup_selection (self->view);
  g_assert_cmpint (syl_page_view_get_text_trouble (self->view), ==, SYL_PAGE_TEXT_TROUBLE_TOO_LARGE);
  g_assert_cmpstr (selection->text, ==, "Beginning.");
  g_assert_cmpuint (selection->page, ==, 0);
  syl_page_view_clear_selection (self->view);
  syl_web_test_wait (self, "nothing to be selected", syl_web_probe_has_no_selection);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, data, function) \
  g_test_add (path, SylWebTest, data, syl_web_test_set_up, function, syl_web_test_tear_down)
  for (unsigned int i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = g_strconcat ("/text-trouble/viewer/", breaks[i].name, NULL);

      ADD (path, &breaks[i], test_viewer);
    }
  ADD ("/text-trouble/scanned", NULL, test_scanned);
  ADD ("/text-trouble/late", NULL, test_late);
  ADD ("/text-trouble/too-large", "/huge-text", test_too_large);
  ADD ("/text-trouble/too-large-in-bytes", "/huge-letters", test_too_large);
#undef ADD

  return g_test_run ();
}
