/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-pick-private.h"
#include "syl-test.h"

typedef struct
{
  char *folder;
  char *lists;
  SylLibrary *library;
} Fixture;

static void
ship (Fixture    *fixture,
      const char *updated,
      unsigned    n_picks)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/list", updated, 2, n_picks);
  g_autofree char *file = syl_test_write_file (fixture->lists, "a.json", list);
}

static void
reopen (Fixture *fixture)
{
  g_clear_pointer (&fixture->library, syl_test_close_library);
  fixture->library = syl_test_open_library (fixture->folder, fixture->lists);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = syl_test_make_folder ();
  fixture->lists = g_build_filename (fixture->folder, "lists", NULL);
  ship (fixture, "2025-01-01", 3);
  reopen (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->library, syl_test_close_library);
  syl_test_remove_folder (fixture->folder);
  g_free (fixture->lists);
  g_free (fixture->folder);
}

static void
set_state (Fixture      *fixture,
           SylPick      *pick,
           SylPickState  state)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_library_set_state_async (fixture->library, pick, state, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  syl_library_set_state_finish (fixture->library, result, &error);
  g_assert_no_error (error);
}

static void
undo_state (Fixture *fixture,
            SylPick *pick)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_library_undo_state_async (fixture->library, pick, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  syl_library_undo_state_finish (fixture->library, result, &error);
  g_assert_no_error (error);
}

static void
load_details (Fixture *fixture,
              SylPick *pick)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_library_load_details_async (fixture->library, pick, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  syl_library_load_details_finish (fixture->library, result, &error);
  g_assert_no_error (error);
}

typedef struct
{
  SylPick *pick;
  SylPickState state;
} StateWait;

static gboolean
has_state (gpointer user_data)
{
  StateWait *wait = user_data;

  return syl_pick_get_state (wait->pick) == wait->state;
}

/* The change feed brings it, some time after the edit is answered. */
static void
wait_for_state (SylPick      *pick,
                SylPickState  state)
{
  StateWait wait = { pick, state };

  syl_test_wait_until (has_state, &wait);
}

static gboolean
has_read_one (gpointer user_data)
{
  return syl_library_get_n_read (user_data) == 1;
}

static void
test_first_start (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (SylSection) section = g_list_model_get_item (syl_library_get_sections (fixture->library), 1);

  g_assert_cmpuint (g_list_model_get_n_items (syl_library_get_lists (fixture->library)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (syl_library_get_sections (fixture->library)), ==, 2);
  g_assert_cmpstr (syl_section_get_title (section), ==, "Section 2");
  g_assert_cmpuint (syl_section_get_number (section), ==, 2);
  g_assert_cmpuint (syl_section_get_n_picks (section), ==, 3);
  g_assert_cmpuint (syl_library_get_n_picks (fixture->library), ==, 6);
  g_assert_cmpuint (syl_library_get_n_read (fixture->library), ==, 0);
  g_assert_false (syl_library_get_read_only (fixture->library));
}

static void
test_state (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  g_autoptr (SylPick) again = NULL;

  g_assert_cmpint (syl_pick_get_state (pick), ==, SYL_PICK_STATE_UNREAD);
  set_state (fixture, pick, SYL_PICK_STATE_READING);
  wait_for_state (pick, SYL_PICK_STATE_READING);
  g_assert_nonnull (syl_pick_get_started (pick));
  g_assert_null (syl_pick_get_finished (pick));

  set_state (fixture, pick, SYL_PICK_STATE_READ);
  wait_for_state (pick, SYL_PICK_STATE_READ);
  g_assert_nonnull (syl_pick_get_finished (pick));
  syl_test_wait_until (has_read_one, fixture->library);

  g_clear_object (&pick);
  reopen (fixture);
  again = syl_test_find_pick (fixture->library, "p1-2");
  g_assert_cmpint (syl_pick_get_state (again), ==, SYL_PICK_STATE_READ);
  g_assert_nonnull (syl_pick_get_started (again));
  g_assert_nonnull (syl_pick_get_finished (again));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");

  set_state (fixture, pick, SYL_PICK_STATE_SKIPPED);
  wait_for_state (pick, SYL_PICK_STATE_SKIPPED);
  undo_state (fixture, pick);
  wait_for_state (pick, SYL_PICK_STATE_UNREAD);
  g_assert_null (syl_pick_get_started (pick));

  undo_state (fixture, pick);
  wait_for_state (pick, SYL_PICK_STATE_SKIPPED);
}

/* A second one may come before the first shows. */
static void
test_toggle_twice_at_once (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answers[2] = { NULL, NULL };
  SylPickState state = SYL_PICK_STATE_UNREAD;

  for (int i = 0; i < 2; i++)
    syl_library_toggle_state_async (fixture->library, pick, SYL_PICK_STATE_READ, NULL, syl_test_ready_cb, &answers[i]);
  first = syl_test_wait (&answers[0]);
  syl_library_toggle_state_finish (fixture->library, first, &state, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, SYL_PICK_STATE_READ);
  second = syl_test_wait (&answers[1]);
  syl_library_toggle_state_finish (fixture->library, second, &state, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, SYL_PICK_STATE_UNREAD);
}

static void
test_newer_list_keeps_progress (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");

  set_state (fixture, pick, SYL_PICK_STATE_READ);
  wait_for_state (pick, SYL_PICK_STATE_READ);
  g_clear_object (&pick);

  ship (fixture, "2025-02-01", 5);
  reopen (fixture);
  g_assert_cmpuint (syl_library_get_n_picks (fixture->library), ==, 10);
  g_assert_cmpuint (syl_library_get_n_read (fixture->library), ==, 1);
  pick = syl_test_find_pick (fixture->library, "p1-2");
  g_assert_cmpint (syl_pick_get_state (pick), ==, SYL_PICK_STATE_READ);
}

static void
test_earlier_list_is_left (Fixture       *fixture,
                           gconstpointer  data)
{
  ship (fixture, "2024-12-01", 5);
  reopen (fixture);
  g_assert_cmpuint (syl_library_get_n_picks (fixture->library), ==, 6);
}

static void
test_bad_list_is_passed_over (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *file = syl_test_write_file (fixture->lists, "b.json", "{\"format\": 1, ");

  if (g_test_subprocess ())
    {
      g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
      reopen (fixture);
      g_assert_cmpuint (syl_library_get_n_picks (fixture->library), ==, 6);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*b.json is not taken in*");
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p2-1");
  g_autoptr (SylSource) source = NULL;

  g_assert_false (syl_pick_get_detailed (pick));
  load_details (fixture, pick);
  g_assert_true (syl_pick_get_detailed (pick));
  g_assert_cmpstr (syl_pick_get_commentary (pick), ==, "Why *it* matters.");
  g_assert_cmpuint (syl_pick_get_year_first (pick), ==, 2020);
  g_assert_cmpuint (syl_pick_get_minutes (pick), ==, 31);
  g_assert_cmpuint (g_list_model_get_n_items (syl_pick_get_sources (pick)), ==, 2);
  source = g_list_model_get_item (syl_pick_get_sources (pick), 0);
  g_assert_true (syl_source_get_main (source));
  g_assert_cmpstr (syl_source_get_uri (source), ==, "https://example.org/2/1");
}

static gboolean
visit (Fixture      *fixture,
       SylPick      *pick,
       unsigned int  position)
{
  g_autoptr (SylSource) source = g_list_model_get_item (syl_pick_get_sources (pick), position);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  gboolean changed;

  syl_library_visit_source_async (fixture->library, pick, source, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  syl_library_visit_source_finish (fixture->library, result, &changed, &error);
  g_assert_no_error (error);
  return changed;
}

static void
test_visit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p2-1");

  load_details (fixture, pick);
  g_assert_false (visit (fixture, pick, 1));
  g_assert_true (visit (fixture, pick, 0));
  wait_for_state (pick, SYL_PICK_STATE_READING);
  g_assert_false (visit (fixture, pick, 0));

  set_state (fixture, pick, SYL_PICK_STATE_READ);
  g_assert_false (visit (fixture, pick, 0));
  wait_for_state (pick, SYL_PICK_STATE_READ);
}

static gboolean
is_ticked (gpointer user_data)
{
  return syl_source_get_ticked (user_data);
}

static void
test_tick (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p2-1");
  g_autoptr (SylSource) source = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  load_details (fixture, pick);
  source = g_list_model_get_item (syl_pick_get_sources (pick), 1);
  syl_library_set_ticked_async (fixture->library, source, TRUE, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  syl_library_set_ticked_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  syl_test_wait_until (is_ticked, source);
}

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p2-1");
  g_autoptr (SylSource) source = NULL;
  g_autoptr (GVariant) place = g_variant_ref_sink (g_variant_new_parsed ("{'quote': <'“It’s” \"here\"\\n'>, 'fraction': <0.25>}"));
  g_autoptr (GVariant) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;
  GAsyncResult *answer = NULL;
  GAsyncResult *result;

  load_details (fixture, pick);
  source = g_list_model_get_item (syl_pick_get_sources (pick), 0);

  syl_library_load_place_async (fixture->library, source, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_null (syl_library_load_place_finish (fixture->library, result, &uri, &error));
  g_assert_no_error (error);
  g_object_unref (result);

  syl_library_save_place_async (fixture->library, source, "https://example.org/x", place, NULL,
                                syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_true (syl_library_save_place_finish (fixture->library, result, &error));
  g_object_unref (result);

  syl_library_load_place_async (fixture->library, source, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  loaded = syl_library_load_place_finish (fixture->library, result, &uri, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (uri, ==, "https://example.org/x");
  g_assert_cmpvariant (loaded, place);
  g_object_unref (result);
}

static SylPick *
find_week (Fixture      *fixture,
           unsigned int *week)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  SylPick *pick;

  syl_library_find_week_async (fixture->library, NULL, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  pick = syl_library_find_week_finish (fixture->library, result, week, &error);
  g_assert_no_error (error);
  return pick;
}

static void
test_week (Fixture       *fixture,
           gconstpointer  data)
{
  unsigned int week;
  g_autoptr (SylPick) first = find_week (fixture, &week);
  g_autoptr (SylPick) second = NULL;

  g_assert_cmpuint (week, ==, 1);
  g_assert_cmpstr (syl_pick_get_slug (first), ==, "p1-1");
  set_state (fixture, first, SYL_PICK_STATE_SKIPPED);
  second = find_week (fixture, &week);
  g_assert_cmpstr (syl_pick_get_slug (second), ==, "p1-2");
}

static void
test_missing_pick (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_library_find_pick_async (fixture->library, "none", NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_null (syl_library_find_pick_finish (fixture->library, result, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
}

static gboolean
shows_other_list (gpointer user_data)
{
  SylList *list = syl_library_get_list (user_data);

  return g_str_equal (syl_list_get_uri (list), "https://example.org/other");
}

static void
test_two_lists (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/other", "2025-01-01", 1, 4);
  g_autofree char *file = syl_test_write_file (fixture->lists, "b.json", list);

  reopen (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (syl_library_get_lists (fixture->library)), ==, 2);
  g_assert_cmpuint (syl_library_get_n_picks (fixture->library), ==, 6);
  syl_library_select_list (fixture->library, "https://example.org/other");
  syl_test_wait_until (shows_other_list, fixture->library);
  g_assert_cmpuint (syl_library_get_n_picks (fixture->library), ==, 4);
}

static void
test_two_programs (Fixture       *fixture,
                   gconstpointer  data)
{
  SylLibrary *other = syl_test_open_library (fixture->folder, fixture->lists);
  g_autoptr (SylPick) here = syl_test_find_pick (fixture->library, "p1-3");
  SylPick *there = syl_test_find_pick (other, "p1-3");
  Fixture theirs = { NULL, NULL, other };

  set_state (&theirs, there, SYL_PICK_STATE_READ);
  wait_for_state (here, SYL_PICK_STATE_READ);
  syl_test_wait_until (has_read_one, fixture->library);
  g_object_unref (there);
  syl_test_close_library (other);
}

static void
test_freed_while_busy (Fixture       *fixture,
                       gconstpointer  data)
{
  SylPagedModel *model = syl_library_list_picks (fixture->library, SYL_PICK_GROUP_ALL, 0);
  SylPick *pick = syl_test_find_pick (fixture->library, "p1-3");

  syl_library_set_state_async (fixture->library, pick, SYL_PICK_STATE_READ, NULL, NULL, NULL);
  syl_library_load_details_async (fixture->library, pick, NULL, NULL, NULL);
  g_object_unref (pick);
  g_object_unref (model);
  reopen (fixture);
  g_assert_cmpuint (syl_library_get_n_read (fixture->library), ==, 1);
}

static SylPickFacts *
make_facts (unsigned int  moment,
            SylPickState  state)
{
  SylPickFacts *facts = g_new0 (SylPickFacts, 1);

  facts->moment = moment;
  facts->state = state;
  return facts;
}

static SylPickDetails *
make_details (unsigned int  moment,
              const char   *commentary)
{
  SylPickDetails *details = g_new0 (SylPickDetails, 1);

  details->moment = moment;
  details->commentary = g_strdup (commentary);
  details->sources = g_ptr_array_new ();
  return details;
}

/* Two threads read, and what was read first may be answered last. */
static void
test_older_facts (void)
{
  g_autoptr (SylPick) pick = _syl_pick_new (1);

  _syl_pick_take_facts (pick, make_facts (2, SYL_PICK_STATE_READ));
  _syl_pick_take_facts (pick, make_facts (1, SYL_PICK_STATE_UNREAD));
  g_assert_cmpint (syl_pick_get_state (pick), ==, SYL_PICK_STATE_READ);
  _syl_pick_take_facts (pick, make_facts (2, SYL_PICK_STATE_READING));
  g_assert_cmpint (syl_pick_get_state (pick), ==, SYL_PICK_STATE_READING);
  _syl_pick_take_details (pick, make_details (2, "new"));
  _syl_pick_take_details (pick, make_details (1, "old"));
  g_assert_cmpstr (syl_pick_get_commentary (pick), ==, "new");
}

static void
count_whole_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  SylLibrary *library = SYL_LIBRARY (object);
  g_autoptr (GError) error = NULL;

  g_assert_true (syl_library_open_finish (library, result, &error));
  g_assert_no_error (error);
  g_assert_true (syl_library_get_open (library));
  g_assert_nonnull (syl_library_get_list (library));
  ++*(unsigned int *) user_data;
}

typedef struct
{
  SylLibrary *library;
  unsigned int *n_whole;
} Asking;

/* As a window does that comes up while the program opens the library for something else. */
static void
ask_while_open_cb (Asking *asking)
{
  if (syl_store_is_open (syl_library_get_store (asking->library)) && !syl_library_get_open (asking->library))
    syl_library_open_async (asking->library, NULL, count_whole_cb, asking->n_whole);
}

static gboolean
has_three (gpointer user_data)
{
  return *(unsigned int *) user_data == 3;
}

/* Nobody is told that it is open before all of it is there. */
static void
test_opened_by_several (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "new", NULL);
  SylLibrary *library = syl_library_new (folder, fixture->lists);
  unsigned int n_whole = 0;
  Asking asking = { library, &n_whole };
  unsigned long handler;

  /* The store is open, and the lists are not taken in yet. */
  handler = g_signal_connect_swapped (library, "notify::read-only", G_CALLBACK (ask_while_open_cb), &asking);
  syl_library_open_async (library, NULL, count_whole_cb, &n_whole);
  syl_library_open_async (library, NULL, count_whole_cb, &n_whole);
  syl_test_wait_until (has_three, &n_whole);
  g_signal_handler_disconnect (library, handler);
  syl_test_close_library (library);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/library/first-start", test_first_start);
  ADD ("/library/state", test_state);
  ADD ("/library/undo", test_undo);
  ADD ("/library/toggle-twice-at-once", test_toggle_twice_at_once);
  ADD ("/library/newer-list-keeps-progress", test_newer_list_keeps_progress);
  ADD ("/library/earlier-list-is-left", test_earlier_list_is_left);
  ADD ("/library/bad-list-is-passed-over", test_bad_list_is_passed_over);
  ADD ("/library/details", test_details);
  ADD ("/library/visit", test_visit);
  ADD ("/library/tick", test_tick);
  ADD ("/library/place", test_place);
  ADD ("/library/week", test_week);
  ADD ("/library/missing-pick", test_missing_pick);
  ADD ("/library/two-lists", test_two_lists);
  ADD ("/library/opened-by-several", test_opened_by_several);
  g_test_add_func ("/library/older-facts", test_older_facts);
  ADD ("/library/two-programs", test_two_programs);
  ADD ("/library/freed-while-busy", test_freed_while_busy);
#undef ADD

  return g_test_run ();
}
