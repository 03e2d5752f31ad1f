/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/highlights/syl-highlight-history.h"

#include "model/highlights/syl-highlight-private.h"

#define MAX_STEPS 200

/* Who has not typed for so long begins something new. */
#define PAUSE (60 * G_USEC_PER_SEC)

struct _SylHighlightHistory
{
  GMutex mutex;
  GQueue done;   /* of SylHighlightStep, the last one first */
  GQueue undone; /* of SylHighlightStep, the one undone last first */
  guint64 last_serial;
};

/**
 * syl_highlight_step_free:
 * @step: (transfer full): a step
 */
void
syl_highlight_step_free (SylHighlightStep *step)
{
  syl_highlight_facts_free (step->before);
  syl_highlight_facts_free (step->after);
  g_clear_pointer (&step->earlier, syl_highlight_facts_free);
  g_free (step);
}

static void
free_step (gpointer step)
{
  syl_highlight_step_free (step);
}

/**
 * syl_highlight_history_new:
 *
 * Returns: (transfer full): a history without steps
 */
SylHighlightHistory *
syl_highlight_history_new (void)
{
  SylHighlightHistory *self = g_atomic_rc_box_new0 (SylHighlightHistory);

  g_mutex_init (&self->mutex);
  return self;
}

/**
 * syl_highlight_history_ref:
 * @self: a history
 *
 * Returns: (transfer full): the same one
 */
SylHighlightHistory *
syl_highlight_history_ref (SylHighlightHistory *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SylHighlightHistory *self = data;

  g_queue_clear_full (&self->done, free_step);
  g_queue_clear_full (&self->undone, free_step);
  g_mutex_clear (&self->mutex);
}

/**
 * syl_highlight_history_unref:
 * @self: (transfer full): a history
 */
void
syl_highlight_history_unref (SylHighlightHistory *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Needs the mutex. */
static guint64
add (SylHighlightHistory *self,
     SylHighlightFacts   *before,
     SylHighlightFacts   *after,
     gint64               typed)
{
  SylHighlightStep *step = g_new0 (SylHighlightStep, 1);

  step->serial = ++self->last_serial;
  step->before = before;
  step->after = after;
  step->typed = typed;
  g_queue_push_head (&self->done, step);
  g_queue_clear_full (&self->undone, free_step);
  if (self->done.length > MAX_STEPS)
    syl_highlight_step_free (g_queue_pop_tail (&self->done));
  return step->serial;
}

/**
 * syl_highlight_history_add:
 * @self: a history
 * @before: (transfer full): the highlight before an edit
 * @after: (transfer full): the highlight after it
 *
 * Adds a step; what was undone before can't be done again from then on.
 *
 * Returns: the serial number of the step
 */
guint64
syl_highlight_history_add (SylHighlightHistory *self,
                           SylHighlightFacts   *before,
                           SylHighlightFacts   *after)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return add (self, before, after, -1);
}

/* What failed to be stored, or what another program wrote, is no part of a step. Nor is a save that would
 * leave nothing of it: then what was typed could not be had back. */
static gboolean
goes_on (const SylHighlightStep  *step,
         const SylHighlightFacts *before,
         const SylHighlightFacts *after,
         gint64                   time)
{
  return step != NULL && step->typed >= 0 && time - step->typed < PAUSE &&
         g_str_equal (step->after->uuid, before->uuid) && _syl_highlight_facts_match (step->after, before) &&
         !_syl_highlight_facts_match (step->before, after);
}

/**
 * syl_highlight_history_add_typing:
 * @self: a history
 * @before: (transfer full): the highlight before its note was saved
 * @after: (transfer full): the highlight after it
 * @time: when that was, in microseconds, as of g_get_monotonic_time()
 *
 * Adds a step, or makes the last one longer, if nothing but the same note was saved since it began, and
 * the last time less than a minute ago.
 *
 * Returns: the serial number that the step has now
 */
guint64
syl_highlight_history_add_typing (SylHighlightHistory *self,
                                  SylHighlightFacts   *before,
                                  SylHighlightFacts   *after,
                                  gint64               time)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  SylHighlightStep *step = g_queue_peek_head (&self->done);

  if (!goes_on (step, before, after, time))
    return add (self, before, after, time);

  syl_highlight_facts_free (before);
  g_clear_pointer (&step->earlier, syl_highlight_facts_free);
  step->earlier = step->after;
  step->earlier_serial = step->serial;
  step->after = after;
  step->typed = time;
  step->serial = ++self->last_serial;
  return step->serial;
}

/**
 * syl_highlight_history_pop:
 * @self: a history
 * @undone: the step that was undone last, and not the one done last
 *
 * What is typed from now on is a step of its own.
 *
 * Returns: (transfer full) (nullable): the step, which the history has no longer
 */
SylHighlightStep *
syl_highlight_history_pop (SylHighlightHistory *self,
                           gboolean             undone)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  SylHighlightStep *step = g_queue_pop_head (undone ? &self->undone : &self->done);
  SylHighlightStep *last = g_queue_peek_head (&self->done);

  if (step != NULL)
    step->typed = -1;
  if (last != NULL)
    last->typed = -1;
  return step;
}

/**
 * syl_highlight_history_push:
 * @self: a history
 * @step: (transfer full): a step that was taken from it
 * @undone: whether it is undone now
 */
void
syl_highlight_history_push (SylHighlightHistory *self,
                            SylHighlightStep    *step,
                            gboolean             undone)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_queue_push_head (undone ? &self->undone : &self->done, step);
}

/* Whether a step is left of it: without the save that was the last one. */
static gboolean
shorten (SylHighlightStep *step)
{
  if (step->earlier == NULL)
    return FALSE;

  syl_highlight_facts_free (step->after);
  step->after = g_steal_pointer (&step->earlier);
  step->serial = step->earlier_serial;
  return TRUE;
}

static SylHighlightStep *
find (GQueue  *queue,
      guint64  serial)
{
  for (GList *link = queue->head; link != NULL; link = link->next)
    {
      SylHighlightStep *step = link->data;

      if (step->serial == serial)
        return step;
    }
  return NULL;
}

static SylHighlightStep *
take (GQueue  *queue,
      guint64  serial)
{
  SylHighlightStep *step = find (queue, serial);

  if (step != NULL)
    g_queue_remove (queue, step);
  return step;
}

/**
 * syl_highlight_history_forget:
 * @self: a history
 * @serial: a step whose edit could not be stored
 *
 * What was stored of it before stays.
 */
void
syl_highlight_history_forget (SylHighlightHistory *self,
                              guint64              serial)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  SylHighlightStep *step = find (&self->done, serial);

  if (step == NULL || shorten (step))
    return;
  g_queue_remove (&self->done, step);
  syl_highlight_step_free (step);
}

/**
 * syl_highlight_history_turn:
 * @self: a history
 * @serial: a step whose undoing, or redoing, could not be stored
 *
 * Puts it back where it came from.
 */
void
syl_highlight_history_turn (SylHighlightHistory *self,
                            guint64              serial)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  SylHighlightStep *step = take (&self->done, serial);

  if (step != NULL)
    {
      g_queue_push_head (&self->undone, step);
      return;
    }
  step = take (&self->undone, serial);
  if (step != NULL)
    g_queue_push_head (&self->done, step);
}

/**
 * syl_highlight_history_look:
 * @self: a history
 * @can_undo: (out): whether a step can be undone
 * @can_redo: (out): whether a step can be done again
 */
void
syl_highlight_history_look (SylHighlightHistory *self,
                            gboolean            *can_undo,
                            gboolean            *can_redo)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  *can_undo = self->done.length > 0;
  *can_redo = self->undone.length > 0;
}
