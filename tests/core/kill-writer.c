/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits a library without end, several edits under way at once, until it is killed. Each line that it
 * prints is "ask N OPERATION TARGET VALUE", before an edit, or "done N", when it is said to be stored;
 * with tabs between.
 *
 * Usage: kill-writer FOLDER LISTS SEED */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "syl-test.h"

#define N_UNDER_WAY 4
#define N_PICKS 2
#define LIFE_SECONDS 20

typedef gboolean (*Finish) (SylLibrary    *library,
                            GAsyncResult  *result,
                            GError       **error);

typedef struct
{
  char *uuid;
  GString *note;
  char *quote;
} Mark;

typedef struct
{
  SylLibrary *library;
  SylPick *picks[N_PICKS];
  SylSource *sources[N_PICKS];
  GString *notes[N_PICKS];
  GPtrArray *marks; /* of Mark, those that are stored */
  GRand *random;
  const char *seed;
  unsigned int n_asked;
  unsigned int n_under_way;
} Writer;

typedef struct
{
  Writer *writer;
  unsigned int number;
  Finish finish; /* NULL for a new highlight */
  char *quote;   /* owned; of a new highlight */
} Call;

static void start (Writer *self);

static unsigned int
draw (Writer       *self,
      unsigned int  n)
{
  return (unsigned int) g_rand_int_range (self->random, 0, (gint32) n);
}

static Call *
ask (Writer     *self,
     Finish      finish,
     const char *operation,
     const char *target,
     const char *value)
{
  Call *call = g_new0 (Call, 1);

  call->writer = self;
  call->number = self->n_asked++;
  call->finish = finish;
  self->n_under_way++;
  printf ("ask\t%u\t%s\t%s\t%s\n", call->number, operation, target, value);
  fflush (stdout);
  return call;
}

static void
take_mark (Call         *call,
           GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  Mark *mark = g_new0 (Mark, 1);

  mark->uuid = syl_library_add_highlight_finish (call->writer->library, result, &error);
  g_assert_no_error (error);
  mark->quote = g_steal_pointer (&call->quote);
  mark->note = g_string_new (NULL);
  g_ptr_array_add (call->writer->marks, mark);
}

/* There may be nothing to undo, or to do again. */
static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Call *call = user_data;
  Writer *self = call->writer;
  g_autoptr (GError) error = NULL;

  if (call->finish == NULL)
    take_mark (call, result);
  else if (!call->finish (self->library, result, &error))
    g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
  printf ("done\t%u\n", call->number);
  fflush (stdout);
  self->n_under_way--;
  g_free (call);
  start (self);
}

static void
start_mark (Writer *self)
{
  unsigned int meaning = draw (self, SYL_HIGHLIGHT_N_MEANINGS);
  g_autofree char *quote = g_strdup_printf ("%s-%u", self->seed, self->n_asked);
  g_autofree char *value = g_strdup_printf ("%u", meaning);
  SylHighlightDraft draft = { "https://example.org/", quote, "[]", 0, self->n_asked, meaning, NULL };
  Call *call = ask (self, NULL, "mark", quote, value);

  call->quote = g_strdup (quote);
  syl_library_add_highlight_async (self->library, self->sources[draw (self, N_PICKS)], &draft, NULL, stored_cb, call);
}

static void
start_meaning (Writer *self,
               Mark   *mark)
{
  unsigned int meaning = draw (self, SYL_HIGHLIGHT_N_MEANINGS);
  g_autofree char *value = g_strdup_printf ("%u", meaning);

  syl_library_set_highlight_meaning_async (
      self->library, mark->uuid, meaning, NULL, stored_cb,
      ask (self, syl_library_set_highlight_meaning_finish, "meaning", mark->quote, value));
}

static void
start_note (Writer *self,
            Mark   *mark)
{
  g_string_append_printf (mark->note, "word%u ", self->n_asked);
  syl_library_set_highlight_note_async (
      self->library, mark->uuid, mark->note->str, NULL, stored_cb,
      ask (self, syl_library_set_highlight_note_finish, "note", mark->quote, mark->note->str));
}

static void
start_pick_note (Writer *self)
{
  unsigned int i = draw (self, N_PICKS);

  g_string_append_printf (self->notes[i], "word%u ", self->n_asked);
  syl_library_set_note_async (
      self->library, self->picks[i], self->notes[i]->str, NULL, stored_cb,
      ask (self, syl_library_set_note_finish, "write", syl_pick_get_slug (self->picks[i]), self->notes[i]->str));
}

static void
start_deletion (Writer *self,
                Mark   *mark)
{
  if (draw (self, 2) == 0)
    syl_library_delete_highlight_async (
        self->library, mark->uuid, NULL, stored_cb,
        ask (self, syl_library_delete_highlight_finish, "delete", mark->quote, ""));
  else
    syl_library_restore_highlight_async (
        self->library, mark->uuid, NULL, stored_cb,
        ask (self, syl_library_restore_highlight_finish, "restore", mark->quote, ""));
}

static void
start_turn (Writer *self)
{
  if (draw (self, 3) > 0)
    syl_library_undo_edit_async (self->library, NULL, stored_cb,
                                 ask (self, syl_library_undo_edit_finish, "undo", "", ""));
  else
    syl_library_redo_edit_async (self->library, NULL, stored_cb,
                                 ask (self, syl_library_redo_edit_finish, "redo", "", ""));
}

static void
start_one (Writer *self)
{
  Mark *mark = self->marks->len > 0 ? g_ptr_array_index (self->marks, draw (self, self->marks->len)) : NULL;

  switch (mark != NULL ? draw (self, 8) : 0)
    {
    case 1:
      start_meaning (self, mark);
      break;
    case 2:
    case 3:
      start_note (self, mark);
      break;
    case 4:
      start_pick_note (self);
      break;
    case 5:
      start_deletion (self, mark);
      break;
    case 6:
      start_turn (self);
      break;
    default:
      start_mark (self);
      break;
    }
}

static void
start (Writer *self)
{
  while (self->n_under_way < N_UNDER_WAY)
    start_one (self);
}

static void
load_pick (Writer       *self,
           unsigned int  i)
{
  g_autofree char *slug = g_strdup_printf ("p1-%u", i + 1);
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  self->picks[i] = syl_test_find_pick (self->library, slug);
  self->notes[i] = g_string_new (NULL);
  syl_library_load_details_async (self->library, self->picks[i], NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_true (syl_library_load_details_finish (self->library, result, NULL));
  self->sources[i] = g_list_model_get_item (syl_pick_get_sources (self->picks[i]), 0);
}

static gboolean
stop_cb (gpointer data)
{
  _exit (EXIT_SUCCESS);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Writer self = { 0 };

  if (argc != 4)
    return EXIT_FAILURE;
  self.seed = argv[3];
  self.random = g_rand_new_with_seed ((guint32) atoi (argv[3]));
  self.marks = g_ptr_array_new ();
  self.library = syl_test_open_library (argv[1], argv[2]);
  for (unsigned int i = 0; i < N_PICKS; i++)
    load_pick (&self, i);
  g_timeout_add_seconds (LIFE_SECONDS, stop_cb, NULL);
  start (&self);
  g_main_loop_run (loop);
  return EXIT_FAILURE;
}
