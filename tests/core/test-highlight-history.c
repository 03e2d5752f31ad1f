/* SPDX-License-Identifier: GPL-3.0-or-later */
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

  for (int i = 1; i <= MAX_STEPS + 10; i++)
    {
      g_autofree char *note = g_strdup_printf ("%d", i);

      g_assert_true (syl_highlight_test_set_note (fixture->library, uuid, note, NULL));
    }
  for (int i = 0; i < MAX_STEPS; i++)
    g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  g_assert_false (syl_highlight_test_undo (fixture->library, NULL));
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT note FROM highlight"), ==, 10);
  for (int i = 0; i < MAX_STEPS; i++)
    g_assert_true (syl_highlight_test_redo (fixture->library, NULL));
  g_assert_false (syl_highlight_test_redo (fixture->library, NULL));
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT note FROM highlight"), ==, MAX_STEPS + 10);
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
#undef ADD

  return g_test_run ();
}
