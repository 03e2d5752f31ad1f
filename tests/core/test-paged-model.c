/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-test.h"

#define N_SECTIONS 100
#define N_PICKS 100

typedef struct
{
  char *folder;
  char *lists;
  SylLibrary *library;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/list", "2025-01-01", N_SECTIONS, N_PICKS);
  g_autofree char *file = NULL;

  fixture->folder = syl_test_make_folder ();
  fixture->lists = g_build_filename (fixture->folder, "lists", NULL);
  file = syl_test_write_file (fixture->lists, "a.json", list);
  fixture->library = syl_test_open_library (fixture->folder, fixture->lists);
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

static gboolean
is_listed (gpointer user_data)
{
  return !syl_paged_model_get_loading (user_data);
}

static gboolean
is_loaded (gpointer user_data)
{
  return syl_pick_get_loaded (user_data);
}

static SylPagedModel *
list_picks (Fixture      *fixture,
            SylPickGroup  group,
            gint64        section_id)
{
  SylPagedModel *model = syl_library_list_picks (fixture->library, group, section_id);

  g_assert_true (syl_paged_model_get_loading (model));
  syl_test_wait_until (is_listed, model);
  return model;
}

static SylPick *
load_item (SylPagedModel *model,
           unsigned int   position)
{
  SylPick *pick = g_list_model_get_item (G_LIST_MODEL (model), position);

  g_assert_nonnull (pick);
  syl_test_wait_until (is_loaded, pick);
  return pick;
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (SylPagedModel) model = list_picks (fixture, SYL_PICK_GROUP_ALL, 0);
  g_autoptr (SylPick) pick = load_item (model, 3 * (N_PICKS + 1) + 7);
  g_autoptr (SylPick) extra = load_item (model, N_PICKS);
  g_autoptr (SylPick) same = g_list_model_get_item (G_LIST_MODEL (model), N_PICKS);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_SECTIONS * (N_PICKS + 1));
  g_assert_cmpstr (syl_pick_get_slug (pick), ==, "p4-8");
  g_assert_cmpuint (syl_pick_get_section_number (pick), ==, 4);
  g_assert_true (syl_pick_get_extra (extra));
  g_assert_true (extra == same);
  g_assert_cmpuint (syl_paged_model_find (model, syl_pick_get_id (pick)), ==, 3 * (N_PICKS + 1) + 7);
  g_assert_cmpuint (syl_paged_model_find (model, -1), ==, G_MAXUINT);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), N_SECTIONS * (N_PICKS + 1)));
}

static void
assert_run (SylPagedModel *model,
            unsigned int   position,
            unsigned int   start,
            unsigned int   end)
{
  unsigned int out_start, out_end;

  syl_paged_model_get_run (model, position, &out_start, &out_end);
  g_assert_cmpuint (out_start, ==, start);
  g_assert_cmpuint (out_end, ==, end);
}

static void
test_runs (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (SylPagedModel) model = list_picks (fixture, SYL_PICK_GROUP_ALL, 0);
  unsigned int n_items = g_list_model_get_n_items (G_LIST_MODEL (model));

  assert_run (model, 0, 0, N_PICKS);
  assert_run (model, N_PICKS - 1, 0, N_PICKS);
  assert_run (model, N_PICKS, N_PICKS, N_PICKS + 1);
  assert_run (model, N_PICKS + 1, N_PICKS + 1, 2 * N_PICKS + 1);
  assert_run (model, n_items - 1, n_items - 1, n_items);
}

static void
test_section (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SylSection) section = g_list_model_get_item (syl_library_get_sections (fixture->library), 4);
  g_autoptr (SylPagedModel) model = list_picks (fixture, SYL_PICK_GROUP_SECTION, syl_section_get_id (section));
  g_autoptr (SylPick) pick = load_item (model, 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_PICKS + 1);
  g_assert_cmpstr (syl_pick_get_slug (pick), ==, "p5-1");
}

typedef struct
{
  unsigned int position;
  unsigned int n_removed;
  unsigned int n_added;
  unsigned int n_signals;
} Change;

static void
items_changed_cb (Change       *change,
                  unsigned int  position,
                  unsigned int  n_removed,
                  unsigned int  n_added)
{
  change->position = position;
  change->n_removed = n_removed;
  change->n_added = n_added;
  change->n_signals++;
}

static gboolean
has_signal (gpointer user_data)
{
  return ((Change *) user_data)->n_signals > 0;
}

static void
read_pick (Fixture    *fixture,
           const char *slug)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, slug);

  syl_library_set_state_async (fixture->library, pick, SYL_PICK_STATE_READ, NULL, NULL, NULL);
}

/* Only the row that comes is told of, so that a list that is shown stays where it is. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SylPagedModel) model = list_picks (fixture, SYL_PICK_GROUP_READ, 0);
  const char *const slugs[] = { "p1-1", "p9-1", "p5-5" };
  const unsigned int positions[] = { 0, 1, 1 };
  Change change = { 0, };

  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), &change);
  for (unsigned int i = 0; i < G_N_ELEMENTS (slugs); i++)
    {
      change.n_signals = 0;
      read_pick (fixture, slugs[i]);
      syl_test_wait_until (has_signal, &change);
      g_assert_cmpuint (change.position, ==, positions[i]);
      g_assert_cmpuint (change.n_removed, ==, 0);
      g_assert_cmpuint (change.n_added, ==, 1);
    }
  assert_run (model, 1, 1, 2);
}

static void
test_scrolling_holds_little (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (SylPagedModel) model = list_picks (fixture, SYL_PICK_GROUP_ALL, 0);
  GWeakRef first;
  SylPick *pick = load_item (model, 0);

  g_weak_ref_init (&first, pick);
  g_object_unref (pick);
  for (unsigned int i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i += 10)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (model), i));

  pick = g_weak_ref_get (&first);
  g_assert_null (pick);
  g_weak_ref_clear (&first);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/paged-model/all", test_all);
  ADD ("/paged-model/runs", test_runs);
  ADD ("/paged-model/section", test_section);
  ADD ("/paged-model/follows", test_follows);
  ADD ("/paged-model/scrolling-holds-little", test_scrolling_holds_little);
#undef ADD

  return g_test_run ();
}
