/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/syl-web-bridge-private.h"

#include <json-glib/json-glib.h>

/* As many as can wait in the queue of a bridge. */
#define MARKS_A_COMMAND 1000
#define MAX_MARKS 20000

static JsonBuilder *
begin_command (const char *type)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "type");
  json_builder_add_string_value (builder, type);
  return builder;
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static char *
end_command (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
send_command (SylWebBridge *self,
              JsonBuilder  *builder)
{
  _syl_web_bridge_push (self, &self->commands, end_command (builder));
}

/**
 * syl_web_bridge_ask_place:
 * @self: a bridge
 * @request: a number other than 0, which comes back with the answer
 * @released: when the pointer was lifted, in milliseconds of the clock; 0 if that was long ago
 *
 * Asks where the reader is. #SylWebBridge::place answers, unless the page hangs; before that, what is
 * selected is told as it is once the pointer has been lifted in the page, too.
 */
void
syl_web_bridge_ask_place (SylWebBridge *self,
                          unsigned int  request,
                          gint64        released)
{
  g_autoptr (JsonBuilder) builder = begin_command ("place");

  add_number (builder, "request", request);
  add_number (builder, "released", released);
  send_command (self, builder);
}

/**
 * syl_web_bridge_restore_place:
 * @self: a bridge
 * @place: a place
 *
 * Goes there, as soon as it is to be found in the page.
 */
void
syl_web_bridge_restore_place (SylWebBridge       *self,
                              const SylPagePlace *place)
{
  g_autoptr (JsonBuilder) builder = begin_command ("restore");

  json_builder_set_member_name (builder, "quote");
  json_builder_add_string_value (builder, place->quote);
  json_builder_set_member_name (builder, "prefix");
  json_builder_add_string_value (builder, place->prefix);
  json_builder_set_member_name (builder, "fraction");
  json_builder_add_double_value (builder, place->fraction);
  add_number (builder, "page", place->page);
  send_command (self, builder);
}

/**
 * syl_web_bridge_find:
 * @self: a bridge to a PDF
 * @text: what to look for
 * @again: whether to go on from the present match
 * @backwards: whether to go back
 *
 * Looks for a text in the pages that are not shown, too. #SylWebBridge::found answers.
 */
void
syl_web_bridge_find (SylWebBridge *self,
                     const char   *text,
                     gboolean      again,
                     gboolean      backwards)
{
  g_autoptr (JsonBuilder) builder = begin_command ("find");

  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, text);
  add_flag (builder, "again", again);
  add_flag (builder, "backwards", backwards);
  send_command (self, builder);
}

/**
 * syl_web_bridge_find_finish:
 * @self: a bridge to a PDF
 *
 * Ends looking.
 */
void
syl_web_bridge_find_finish (SylWebBridge *self)
{
  g_autoptr (JsonBuilder) builder = begin_command ("find-finish");

  send_command (self, builder);
}

/**
 * syl_web_bridge_set_zoom:
 * @self: a bridge to a PDF
 * @zoom: 1.0 for pages as wide as the view
 *
 * Makes the pages larger and leaves the viewer's buttons as they are.
 */
void
syl_web_bridge_set_zoom (SylWebBridge *self,
                         double        zoom)
{
  g_autoptr (JsonBuilder) builder = begin_command ("zoom");

  json_builder_set_member_name (builder, "factor");
  json_builder_add_double_value (builder, zoom);
  send_command (self, builder);
}

/* Of marks as four numbers each. */
static void
add_marks (JsonBuilder *builder,
           GPtrArray   *marks,
           unsigned int from,
           unsigned int to)
{
  json_builder_set_member_name (builder, "marks");
  json_builder_begin_array (builder);
  for (unsigned int i = from; i < to; i++)
    {
      const SylPageMark *mark = g_ptr_array_index (marks, i);

      json_builder_add_int_value (builder, mark->start);
      json_builder_add_int_value (builder, mark->end);
      json_builder_add_int_value (builder, MIN (mark->meaning, 3));
      json_builder_add_int_value (builder, mark->moved ? 1 : 0);
    }
  json_builder_end_array (builder);
}

/**
 * syl_web_bridge_set_marks:
 * @self: a bridge
 * @marks: (element-type SylPageMark) (nullable): marks in the present text
 *
 * Paints them instead of those that were set before; from then on scripts name them by their place
 * in @marks. Of a very long list the end is left out.
 */
void
syl_web_bridge_set_marks (SylWebBridge *self,
                          GPtrArray    *marks)
{
  g_queue_clear_full (&self->mark_commands, g_free);
  if (self->text == NULL)
    return;
  self->set++;
  self->n_marks = marks != NULL ? MIN (marks->len, MAX_MARKS) : 0;
  for (unsigned int from = 0; from == 0 || from < self->n_marks; from += MARKS_A_COMMAND)
    {
      g_autoptr (JsonBuilder) builder = begin_command ("marks");
      unsigned int to = MIN (from + MARKS_A_COMMAND, self->n_marks);

      add_number (builder, "version", self->version);
      add_number (builder, "set", self->set);
      add_flag (builder, "last", to == self->n_marks);
      add_marks (builder, marks, from, to);
      _syl_web_bridge_push (self, &self->mark_commands, end_command (builder));
    }
}

/**
 * syl_web_bridge_show_mark:
 * @self: a bridge
 * @index: which of the marks that were set last
 *
 * Scrolls to it, and makes it stand out for a moment.
 */
void
syl_web_bridge_show_mark (SylWebBridge *self,
                          unsigned int  index)
{
  g_autoptr (JsonBuilder) builder = begin_command ("show");

  add_number (builder, "set", self->set);
  add_number (builder, "index", index);
  _syl_web_bridge_push (self, &self->mark_commands, end_command (builder));
}

/**
 * syl_web_bridge_show_place:
 * @self: a bridge
 * @start: UTF-16 offset in the text that marks were set in last
 * @end: the offset after the last character
 *
 * The same for a place without a mark.
 */
void
syl_web_bridge_show_place (SylWebBridge *self,
                           unsigned int  start,
                           unsigned int  end)
{
  g_autoptr (JsonBuilder) builder = begin_command ("show");

  add_number (builder, "set", self->set);
  add_number (builder, "start", start);
  add_number (builder, "end", end);
  _syl_web_bridge_push (self, &self->mark_commands, end_command (builder));
}

/**
 * syl_web_bridge_put_caret:
 * @self: a bridge
 *
 * Puts a caret at the top of what is in view, unless there is one in view.
 */
void
syl_web_bridge_put_caret (SylWebBridge *self)
{
  g_autoptr (JsonBuilder) builder = begin_command ("caret");

  send_command (self, builder);
}

/**
 * syl_web_bridge_clear_selection:
 * @self: a bridge
 *
 * Selects nothing any more; a caret stays at the end of it.
 */
void
syl_web_bridge_clear_selection (SylWebBridge *self)
{
  g_autoptr (JsonBuilder) builder = begin_command ("clear-selection");

  send_command (self, builder);
}
