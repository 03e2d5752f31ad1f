/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/highlights/syl-highlight-history.h"
#include "syl-highlight-test.h"

#define MAX_STEPS 200

static void
test_undo_redo (SylHighlightTest *fixture,
                gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  g_autoptr (SylHighlight) highlight = NULL;
  g_autoptr (GError) error = NULL;

  syl_highlight_test_wait_for_count (fixture->model, 1);
  highlight = syl_highlight_test_get (fixture->model, uuid);
  g_assert_true (syl_highlight_test_set_note (fixture->library, uuid, "why", NULL));
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  syl_highlight_test_wait_for_note (highlight, "");
  g_assert_true (syl_highlight_test_redo (fixture->library, NULL));
  syl_highlight_test_wait_for_note (highlight, "why");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  syl_highlight_test_wait_for_count (fixture->model, 0);
  g_assert_false (syl_highlight_test_undo (fixture->library, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
}

static void
test_two_programs (SylHighlightTest *fixture,
                   gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  SylLibrary *other = syl_test_open_library (fixture->folder, fixture->lists);
  g_autoptr (SylHighlight) highlight = NULL;
  g_autoptr (GError) error = NULL;

  syl_highlight_test_wait_for_count (fixture->model, 1);
  highlight = syl_highlight_test_get (fixture->model, uuid);
  g_assert_true (syl_highlight_test_set_note (other, uuid, "why", NULL));
  syl_highlight_test_wait_for_note (highlight, "why");
  g_assert_false (syl_highlight_test_undo (fixture->library, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  syl_test_close_library (other);
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           gpointer    user_data)
{
  gboolean value;

  g_object_get (object, g_param_spec_get_name (pspec), &value, NULL);
  g_string_append_printf (user_data, "%s%s ", value ? "" : "!", g_param_spec_get_name (pspec));
}

static void
assert_said (GString    *said,
             const char *expected)
{
  g_assert_cmpstr (said->str, ==, expected);
  g_string_truncate (said, 0);
}

/* Told once for each change, and only then. */
static void
test_notifications (SylHighlightTest *fixture,
                    gconstpointer     data)
{
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *uuid = NULL;

  g_signal_connect (fixture->library, "notify::can-undo", G_CALLBACK (notify_cb), said);
  g_signal_connect (fixture->library, "notify::can-redo", G_CALLBACK (notify_cb), said);
  uuid = syl_highlight_test_add (fixture, "quote", 1);
  assert_said (said, "can-undo ");
  g_assert_true (syl_highlight_test_set_meaning (fixture->library, uuid, 2, NULL));
  assert_said (said, "");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_said (said, "can-redo ");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_said (said, "!can-undo ");
  g_assert_false (syl_highlight_test_undo (fixture->library, NULL));
  g_assert_true (syl_highlight_test_redo (fixture->library, NULL));
  assert_said (said, "can-undo ");
  g_assert_true (syl_highlight_test_set_meaning (fixture->library, uuid, 3, NULL));
  assert_said (said, "!can-redo ");
  g_assert_true (syl_highlight_test_set_meaning (fixture->library, uuid, 3, NULL));
  g_assert_false (syl_highlight_test_redo (fixture->library, NULL));
  assert_said (said, "");
  g_signal_handlers_disconnect_by_data (fixture->library, said);
}

static void
test_bound (SylHighlightTest *fixture,
            gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);

  for (unsigned int i = 1; i <= MAX_STEPS + 10; i++)
    g_assert_true (syl_highlight_test_set_meaning (fixture->library, uuid, (i + 1) % 3, NULL));
  for (int i = 0; i < MAX_STEPS; i++)
    g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  g_assert_false (syl_highlight_test_undo (fixture->library, NULL));
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT meaning FROM highlight"), ==, 2);
  for (int i = 0; i < MAX_STEPS; i++)
    g_assert_true (syl_highlight_test_redo (fixture->library, NULL));
  g_assert_false (syl_highlight_test_redo (fixture->library, NULL));
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT meaning FROM highlight"), ==, 1);
}

static void
write_notes (SylHighlightTest  *fixture,
             const char        *uuid,
             const char *const *notes)
{
  for (; *notes != NULL; notes++)
    g_assert_true (syl_highlight_test_set_note (fixture->library, uuid, *notes, NULL));
}

static void
assert_note (SylHighlightTest *fixture,
             const char       *uuid,
             const char       *expected)
{
  g_autoptr (SylHighlight) highlight = syl_highlight_test_find (fixture->library, uuid, NULL);

  g_assert_cmpstr (syl_highlight_get_note (highlight), ==, expected);
}

/* A note is saved again and again while it is typed: no more than one step, however often. */
static void
test_typing (SylHighlightTest *fixture,
             gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);

  for (int i = 1; i <= MAX_STEPS + 10; i++)
    {
      g_autofree char *note = g_strdup_printf ("%d", i);

      g_assert_true (syl_highlight_test_set_note (fixture->library, uuid, note, NULL));
    }
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_note (fixture, uuid, "");
  g_assert_true (syl_highlight_test_redo (fixture->library, NULL));
  assert_note (fixture, uuid, "210");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT deleted IS NOT NULL FROM highlight"), ==, 1);
  g_assert_false (syl_highlight_test_undo (fixture->library, NULL));
}

/* Whatever lies between two saves makes them two steps. */
static void
test_typing_between (SylHighlightTest *fixture,
                     gconstpointer     data)
{
  g_autofree char *one = syl_highlight_test_add (fixture, "quote", 1);
  g_autofree char *two = syl_highlight_test_add (fixture, "other", 2);

  write_notes (fixture, one, (const char *const[]) { "a", "ab", NULL });
  write_notes (fixture, two, (const char *const[]) { "x", "xy", NULL });
  write_notes (fixture, one, (const char *const[]) { "abc", "abcd", NULL });
  g_assert_true (syl_highlight_test_set_meaning (fixture->library, one, 2, NULL));
  write_notes (fixture, one, (const char *const[]) { "e", "ef", NULL });

  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_note (fixture, one, "abcd");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  write_notes (fixture, one, (const char *const[]) { "abcde", "abcdef", NULL });
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_note (fixture, one, "abcd");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_note (fixture, one, "ab");
  assert_note (fixture, two, "xy");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_note (fixture, two, "");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_note (fixture, one, "");
}

/* What was typed and deleted again can be had back. */
static void
test_typing_for_nothing (SylHighlightTest *fixture,
                         gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);

  write_notes (fixture, uuid, (const char *const[]) { "a", "ab", "", NULL });
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_note (fixture, uuid, "ab");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_note (fixture, uuid, "");
  g_assert_true (syl_highlight_test_redo (fixture->library, NULL));
  assert_note (fixture, uuid, "ab");
}

static SylHighlightFacts *
make_facts (const char *note)
{
  SylHighlightFacts *facts = g_new0 (SylHighlightFacts, 1);

  facts->uuid = g_strdup ("uuid");
  facts->uri = g_strdup ("https://example.org/");
  facts->quote = g_strdup ("quote");
  facts->selectors = g_strdup ("{}");
  facts->note = g_strdup (note);
  return facts;
}

static guint64
type (SylHighlightHistory *history,
      const char          *before,
      const char          *after,
      int                  seconds)
{
  return syl_highlight_history_add_typing (history, make_facts (before), make_facts (after),
                                           seconds * G_USEC_PER_SEC);
}

static void
assert_last (SylHighlightHistory *history,
             const char          *before,
             const char          *after)
{
  g_autoptr (SylHighlightStep) step = syl_highlight_history_pop (history, FALSE);

  g_assert_nonnull (step);
  g_assert_cmpstr (step->before->note, ==, before);
  g_assert_cmpstr (step->after->note, ==, after);
}

static void
test_typing_paused (void)
{
  SylHighlightHistory *history = syl_highlight_history_new ();

  type (history, "", "a", 0);
  type (history, "a", "ab", 59);
  type (history, "ab", "abc", 118);
  type (history, "abc", "abcd", 178);
  assert_last (history, "abc", "abcd");
  assert_last (history, "", "abc");
  g_assert_null (syl_highlight_history_pop (history, FALSE));
  syl_highlight_history_unref (history);
}

/* A save that failed, here of “abc”, takes nothing along that was stored before it, or after. */
static void
test_typing_failed (void)
{
  SylHighlightHistory *history = syl_highlight_history_new ();
  guint64 failed;

  type (history, "", "a", 0);
  type (history, "a", "ab", 1);
  failed = type (history, "ab", "abc", 2);
  syl_highlight_history_forget (history, failed);
  assert_last (history, "", "ab");

  type (history, "", "ab", 4);
  failed = type (history, "ab", "abc", 5);
  type (history, "ab", "abcd", 6);
  syl_highlight_history_forget (history, failed);
  assert_last (history, "ab", "abcd");
  assert_last (history, "", "ab");

  failed = type (history, "", "abc", 7);
  syl_highlight_history_forget (history, failed);
  g_assert_null (syl_highlight_history_pop (history, FALSE));
  syl_highlight_history_unref (history);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                           \
  g_test_add (path, SylHighlightTest, NULL, syl_highlight_test_set_up, func, syl_highlight_test_tear_down)
  ADD ("/highlight-history/undo-redo", test_undo_redo);
  ADD ("/highlight-history/two-programs", test_two_programs);
  ADD ("/highlight-history/notifications", test_notifications);
  ADD ("/highlight-history/bound", test_bound);
  ADD ("/highlight-history/typing", test_typing);
  ADD ("/highlight-history/typing-between", test_typing_between);
  ADD ("/highlight-history/typing-for-nothing", test_typing_for_nothing);
#undef ADD
  g_test_add_func ("/highlight-history/typing-paused", test_typing_paused);
  g_test_add_func ("/highlight-history/typing-failed", test_typing_failed);

  return g_test_run ();
}
